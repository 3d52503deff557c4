import type * as glassEasel from 'glass-easel'
import { canvasIn } from '../builtins/canvas'

/** What a selector query may ask for. */
export interface Fields {
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

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The page as a viewport: its size, and how far it is scrolled. */
export function describeViewport(scroller: HTMLElement): Answer {
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

/** What was asked about one element. */
export function describeElement(element: glassEasel.Element, fields: Fields): Answer {
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
