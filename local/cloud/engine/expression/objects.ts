import type { Doc } from '../document'
import { documentFor, isNothing, type Operator, onPresent, onValues } from './expression'

export const objects: Record<string, Operator> = {
  $mergeObjects: onValues('$mergeObjects', 0, Number.POSITIVE_INFINITY, (...values) => {
    // One argument that is an array holds the documents.
    const docs = values.length === 1 && Array.isArray(values[0]) ? values[0] : values
    return Object.assign(
      {},
      ...docs.filter((doc) => !isNothing(doc)).map((doc) => documentFor('$mergeObjects', doc)),
    ) as Doc
  }),
  $objectToArray: onPresent('$objectToArray', 1, 1, (value) =>
    Object.entries(documentFor('$objectToArray', value)).map(([k, v]) => ({ k, v })),
  ),
}
