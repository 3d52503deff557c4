import * as glassEasel from 'glass-easel'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const domOf = (element: glassEasel.Element) => element.$$ as unknown as HTMLElement | null

/** The engine keeps `id` and `data-*` to itself; styles (#id) and people who look at the page need them in the DOM. */
export function mirrorAttributes(): void {
  const prototype = glassEasel.Element.prototype as glassEasel.Element & {
    setDataset(name: string, value: unknown): void
  }
  const id = Object.getOwnPropertyDescriptor(prototype, 'id')
  if (!id?.set) throw new Error('the engine has changed: an element has no settable id')
  const setId = id.set
  Object.defineProperty(prototype, 'id', {
    ...id,
    set(this: glassEasel.Element, value: unknown) {
      setId.call(this, value)
      domOf(this)?.setAttribute('data-wx-id', String(value))
    },
  })
  const setDataset = prototype.setDataset
  prototype.setDataset = function (this: glassEasel.Element, name: string, value: unknown) {
    setDataset.call(this, name, value)
    if (typeof value !== 'object') domOf(this)?.setAttribute?.(`data-${kebab(name)}`, String(value))
  }
}
