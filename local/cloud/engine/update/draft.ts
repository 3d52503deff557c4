import type { Doc, Value } from '../document'

type Holder = Doc | Value[]

/** A document under change. What is not touched stays shared with the version before, which nobody may change. */
export class Draft {
  readonly root: Doc
  #own = new Set<Holder>()

  constructor(doc: Doc) {
    this.root = { ...doc }
    this.#own.add(this.root)
  }

  /** What stands in a field, as a copy that may be changed, in the place of what was shared. */
  open<T extends Holder>(holder: Holder, field: string | number, shared: T): T {
    if (this.#own.has(shared)) return shared
    const copied = (Array.isArray(shared) ? [...shared] : { ...shared }) as T
    ;(holder as Record<string | number, Value>)[field] = copied
    this.#own.add(copied)
    return copied
  }
}
