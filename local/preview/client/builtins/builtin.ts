import type * as glassEasel from 'glass-easel'
import { addressOfFile } from '../phone-files'

type Property = null | StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor
export type PropertyOption = Property | { type: Property; value: unknown }

/** An instance of a built-in element: its properties under `data`, its DOM element under `host`. */
export interface Self {
  data: Record<string, unknown>
  _$: glassEasel.GeneralComponent
  setData(change: Record<string, unknown>): void
  triggerEvent(name: string, detail: unknown, options: { bubbles: boolean; composed: boolean }): void
}

/**
 * A built-in element. `mount` builds what is inside and answers with a function that brings it in line with the
 * properties; that one is called at once and after every change.
 */
export interface Builtin {
  properties: Record<string, PropertyOption>
  mount?(self: Self, host: HTMLElement): (() => void) | undefined
  unmount?(self: Self, host: HTMLElement): void
}

export const hostOf = (self: Self): HTMLElement => self._$.$$ as unknown as HTMLElement
export const selfOf = (element: Element): Self | undefined =>
  (element as Element & { __wxElement?: glassEasel.Element }).__wxElement
    ?.asGeneralComponent()
    ?.getMethodCaller() as unknown as Self | undefined

/** Events and WXS hand over either an element or what its component's methods see as `this`. */
export function elementOf(value: unknown): glassEasel.Element | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return '_$' in value ? (value._$ as glassEasel.Element) : (value as glassEasel.Element)
}

export const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
export const flag = (value: unknown): boolean => Boolean(value)
export const amount = (value: unknown): number => Number.parseFloat(text(value)) || 0

/** Events of built-in elements do not bubble, except the few that WeChat lists. */
export function fire(self: Self, name: string, detail: unknown): void {
  self.triggerEvent(name, detail, { bubbles: false, composed: false })
}

/** What a form collects from an element with a `name`. */
export interface FormControl {
  read(): unknown
  reset(): void
}
export const formControls = new WeakMap<Element, FormControl>()

/** A path of the mini-program as this server knows it, or a file of the phone; everything else is taken as it is. */
export function imageAddress(self: Self, path: string): string {
  const file = addressOfFile(path)
  if (file !== undefined) return file
  if (!path || /^(https?:|data:|blob:|\/\/)/.test(path)) return path
  if (path.startsWith('/')) return `mp${path}`
  const owner = self._$.ownerShadowRoot?.getHostNode().is ?? ''
  return `mp/${new URL(path, `http://x/${owner}`).pathname.slice(1)}`
}
