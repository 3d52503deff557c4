import type * as glassEasel from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'
import { canvasIn } from '../builtins/canvas'
import type { Page } from '../page'

interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  node?: boolean
  context?: boolean
  properties?: string[]
  computedStyle?: string[]
}
type Answer = Record<string, unknown>
type Told = (answer: unknown) => void
interface Owner {
  _$: glassEasel.GeneralComponent
}
type Add = (fields: Fields, told?: Told) => SelectorQuery
type AddOne = (told?: Told) => SelectorQuery
interface NodesRef {
  fields: Add
  boundingClientRect: AddOne
  scrollOffset: AddOne
  node: AddOne
  context: AddOne
}
interface Question {
  owner: Owner
  selector: string | undefined
  single: boolean
  fields: Fields
  told: Told | undefined
}

/** `this.createSelectorQuery()` of every page and component becomes this one. */
export function replaceSelectorQuery(topPage: () => Page): void {
  component.ComponentCaller.prototype.createSelectorQuery = function () {
    return new SelectorQuery(topPage, this as unknown as Owner) as unknown as ReturnType<
      typeof this.createSelectorQuery
    >
  }
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Measures elements of a page or component. The engine's own query knows neither nodes nor properties. */
export class SelectorQuery {
  private readonly questions: Question[] = []

  constructor(
    private readonly topPage: () => Page,
    private owner?: Owner,
  ) {}

  in(owner: Owner): this {
    this.owner = owner
    return this
  }

  select(selector: string): NodesRef {
    return this.ask(selector, true)
  }

  selectAll(selector: string): NodesRef {
    return this.ask(selector, false)
  }

  selectViewport(): NodesRef {
    return this.ask(undefined, true)
  }

  exec(told?: Told): this {
    requestAnimationFrame(() => {
      const answers = this.questions.map((question) => {
        const answer = this.answer(question)
        question.told?.(answer)
        return answer
      })
      told?.(answers)
    })
    return this
  }

  private ask(selector: string | undefined, single: boolean): NodesRef {
    const owner = this.owner ?? (this.topPage().caller as unknown as Owner)
    const add: Add = (fields, told) => {
      this.questions.push({ owner, selector, single, fields, told })
      return this
    }
    return {
      fields: add,
      boundingClientRect: (told?: Told) => add({ id: true, dataset: true, rect: true, size: true }, told),
      scrollOffset: (told?: Told) => add({ id: true, dataset: true, scrollOffset: true }, told),
      node: (told?: Told) => add({ node: true }, told),
      context: (told?: Told) => add({ context: true }, told),
    }
  }

  private answer({ owner, selector, single, fields }: Question): unknown {
    if (selector === undefined) return describeViewport(this.topPage().scroller)
    const inside = owner._$.getShadowRoot()
    if (!single) return (inside?.querySelectorAll(selector) ?? []).map((each) => describe(each, fields))
    const found = inside?.querySelector(selector)
    return found ? describe(found, fields) : null
  }
}

function describeViewport(scroller: HTMLElement): Answer {
  const {
    scrollTop,
    scrollLeft,
    scrollHeight,
    scrollWidth,
    clientWidth: width,
    clientHeight: height,
  } = scroller
  return {
    id: '',
    dataset: {},
    left: 0,
    top: 0,
    right: width,
    bottom: height,
    width,
    height,
    scrollTop,
    scrollLeft,
    scrollHeight,
    scrollWidth,
  }
}

function describe(element: glassEasel.Element, fields: Fields): Answer {
  const dom = element.$$ as unknown as HTMLElement
  const { left, top, right, bottom, width, height } = dom.getBoundingClientRect()
  const above = dom.closest('.ph-page')?.getBoundingClientRect().top ?? 0
  const scroller = dom.querySelector(':scope > .wxb-scroll') ?? dom
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = scroller
  const self = element.asGeneralComponent()?.getMethodCaller() as unknown as { data: Answer } | undefined
  const computed = fields.computedStyle ? getComputedStyle(dom) : undefined
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: element.dataset }),
    // A page begins below WeChat's bars, which in this document are above it.
    ...(fields.rect && { left, top: top - above, right, bottom: bottom - above }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && { scrollTop, scrollLeft, scrollHeight, scrollWidth }),
    ...(fields.node && { node: canvasIn(dom) ?? self }),
    ...(fields.context && { context: self }),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, self?.data[name]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [name, computed?.getPropertyValue(kebab(name))]),
    ),
  }
}
