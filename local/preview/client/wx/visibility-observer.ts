import type * as glassEasel from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'

interface Options {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}
interface Margins {
  left?: number
  top?: number
  right?: number
  bottom?: number
}
type Listener = (status: Record<string, unknown>) => void
interface Owner {
  _$: glassEasel.GeneralComponent
}

/** `this.createIntersectionObserver()` of every page and component becomes this one. */
export function replaceIntersectionObserver(): void {
  component.ComponentCaller.prototype.createIntersectionObserver = function (options?: Options) {
    return new VisibilityObserver(this as unknown as Owner, options) as unknown as ReturnType<
      typeof this.createIntersectionObserver
    >
  }
}

const domOf = (element: glassEasel.Element) => element.$$ as unknown as HTMLElement

/**
 * Tells when an element comes into view. The engine's own one keeps silent about the first change, which for an
 * element that is already in view is the only one.
 */
class VisibilityObserver {
  private readonly observers: IntersectionObserver[] = []
  private root: Element | null | undefined
  private margin = ''

  constructor(
    private readonly owner: Owner,
    private readonly options: Options = {},
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    const found = this.owner._$.getShadowRoot()?.querySelector(selector)
    const dom = found && domOf(found)
    return this.measureFrom(dom?.querySelector(':scope > .wxb-scroll') ?? dom ?? null, margins)
  }

  /** The page scrolls inside its own element here, so that one is what WeChat calls the viewport. */
  relativeToViewport(margins: Margins = {}): this {
    return this.measureFrom(domOf(this.owner._$).closest('.ph-scroller'), margins)
  }

  observe(selector: string, listener: Listener): void {
    if (this.root === undefined) throw new Error('observe needs relativeTo or relativeToViewport before it')
    const found = this.owner._$.getShadowRoot()?.querySelectorAll(selector) ?? []
    for (const element of this.options.observeAll ? found : found.slice(0, 1)) this.watch(element, listener)
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect()
  }

  private measureFrom(root: Element | null, { top = 0, right = 0, bottom = 0, left = 0 }: Margins): this {
    this.root = root
    this.margin = `${top}px ${right}px ${bottom}px ${left}px`
    return this
  }

  private watch(element: glassEasel.Element, listener: Listener): void {
    let known: number | undefined = this.options.initialRatio ?? 0
    const tell = (entry: IntersectionObserverEntry) => {
      const { intersectionRatio, intersectionRect, boundingClientRect, rootBounds, time } = entry
      // A browser always reports once at the start; WeChat only when that differs from the initial ratio.
      const unchanged = known === intersectionRatio
      known = undefined
      if (unchanged) return
      const { id, dataset } = element
      listener({
        id,
        dataset,
        intersectionRatio,
        intersectionRect,
        boundingClientRect,
        relativeRect: rootBounds,
        time,
      })
    }
    const observer = new IntersectionObserver((entries) => entries.forEach(tell), {
      root: this.root ?? null,
      rootMargin: this.margin,
      threshold: this.options.thresholds ?? [0],
    })
    observer.observe(domOf(element))
    this.observers.push(observer)
  }
}
