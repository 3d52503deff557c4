import type * as glassEasel from 'glass-easel'
import { elementOf } from './builtins/builtin'

type Wxs = (...values: unknown[]) => unknown
type Style = string | Record<string, string>

const states = new WeakMap<glassEasel.Element, Record<string, unknown>>()
const domOf = (element: glassEasel.Element) => element.$$ as unknown as HTMLElement
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The four names that compiled templates and WXS expect around them. */
export const wxsGlobals: unknown[] = [
  (run: Wxs) => (value: unknown, old: unknown, owner: unknown, target: unknown) =>
    run(value, old, describe(owner), describe(target)),
  (target: unknown, event: unknown, run: Wxs, fromOwner: boolean) =>
    fromOwner ? run.call(undefined, event, describe(target)) : run.call(target, event),
  (pattern: string, flags?: string) => new RegExp(pattern, flags),
  (...parts: ConstructorParameters<typeof Date>) => new Date(...parts),
]

/** What WXS sees of a component or an element: enough to move it without asking the page. */
function describe(value: unknown): Record<string, unknown> | null {
  const element = elementOf(value)
  if (!element) return null
  const component = element.asGeneralComponent()
  const dom = domOf(element)
  const inside = component?.getShadowRoot() ?? element
  const chained =
    <Value>(change: (value: Value) => void) =>
    (value: Value) => {
      change(value)
      return instance
    }
  const instance: Record<string, unknown> = {
    selectComponent: (selector: string) => describe(inside.querySelector(selector)),
    selectAllComponents: (selector: string) => inside.querySelectorAll(selector).map(describe),
    callMethod: (name: string, argument: unknown) => component?.callMethod(name, argument),
    triggerEvent: (name: string, detail: unknown, options?: object) =>
      element.triggerEvent(name, detail, options),
    getState: () => stateOf(element),
    setStyle: chained((style: Style) => setStyle(dom, style)),
    addClass: chained((name: string) => element.toggleNodeClass(name, true)),
    removeClass: chained((name: string) => element.toggleNodeClass(name, false)),
    hasClass: (name: string) => element.class.split(' ').includes(name),
    getDataset: () => element.dataset,
    getComputedStyle: (names: string[]) => computedStyle(dom, names),
    getBoundingClientRect: () => dom.getBoundingClientRect(),
    requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame(run),
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  }
  return instance
}

function stateOf(element: glassEasel.Element): Record<string, unknown> {
  const state = states.get(element) ?? {}
  states.set(element, state)
  return state
}

function setStyle(dom: HTMLElement, style: Style): void {
  if (typeof style === 'string') dom.style.cssText += `;${style}`
  else for (const [name, value] of Object.entries(style)) dom.style.setProperty(kebab(name), value)
}

function computedStyle(dom: HTMLElement, names: string[]): Record<string, string> {
  const computed = getComputedStyle(dom)
  return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(kebab(name))]))
}
