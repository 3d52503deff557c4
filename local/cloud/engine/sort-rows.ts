import { type Doc, valuesAt } from './document'
import { AFTER, orderKey, reverseKey } from './order-key'
import type { Sort } from './plan-query'
import type { Found } from './row'

/** Of an array the smallest element counts upwards and the largest downwards, as in the database. */
export function sortRows(found: Found[], sort: Sort): Found[] {
  const keyed = found.map((one) => ({ one, key: sortKey(one.version.doc, sort) }))
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
