import type { Doc, Value } from '../document'
import type { Base } from '../expression/expression'
import type { Condition, FindOptions } from '../find'

/** What a stage may ask for beyond the documents that come to it. */
export interface Source extends Base {
  /** Documents of another collection, by its indexes where they help. */
  find(collection: string, condition: Condition, options: FindOptions): Doc[]
}

/** Never changes a document it was given: those of the first stage are the stored ones. */
export type Stage = (docs: Doc[]) => Doc[]

export type StageMaker = (argument: Value, source: Source) => Stage
