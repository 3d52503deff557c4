import { type Doc, valuesAt } from './document'
import { AFTER, orderKey, reverseKey } from './order-key'
import type { Sort } from './plan-query'
import type { Found } from './row'

/** Of an array the smallest element counts upwards and the largest downwards, as in the database. */
export const sortRows = (found: Found[], sort: Sort): Found[] =>
  inOrder(found, ({ version }) => sortKey(version.doc, sort))

export const sortDocs = (docs: Doc[], sort: Sort): Doc[] => inOrder(docs, (doc) => sortKey(doc, sort))

function inOrder<T>(list: T[], keyOf: (one: T) => string): T[] {
  const keyed = list.map((one) => ({ one, key: keyOf(one) }))
  keyed.sort((a, b) => byCodeUnits(a.key, b.key))
  return keyed.map(({ one }) => one)
}

/** Keys are compared as they are stored, never by the rules of a language. */
export const byCodeUnits = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export function sortKey(doc: Doc, sort: Sort): string {
  return sort
    .map(([field, direction]) => {
      const keys = valuesAt(doc, field.split('.'))
        .flatMap((value) => (Array.isArray(value) ? value : [value]))
        .map((value) => (direction === 1 ? orderKey(value) : reverseKey(orderKey(value))))
      return keys.sort(byCodeUnits)[0] ?? (direction === 1 ? '' : AFTER)
    })
    .join('')
}
