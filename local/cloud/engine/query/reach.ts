import { isPlain, ownField, type Value } from '../document'

/** Whether a value is what a condition asks for; a field that is missing is `undefined`. */
export type Test = (value: Value) => boolean

const POSITION = /^\d+$/

/**
 * Whether any value the path reaches passes. A path goes through arrays of documents, as `lines.sku` does, and may
 * name a position.
 */
export function reaches(holder: Value, path: readonly string[], test: Test, from = 0): boolean {
  if (from === path.length) return test(holder)
  const field = path[from] as string
  if (isPlain(holder)) return reaches(ownField(holder, field), path, test, from + 1)
  if (!Array.isArray(holder)) return test(undefined)
  if (POSITION.test(field) && reaches(holder[Number(field)], path, test, from + 1)) return true
  return holder.some((element) => isPlain(element) && reaches(element, path, test, from))
}

/** Most conditions are met by a value itself or, if it is an array, by one of its elements. */
export const orAnElement =
  (test: Test): Test =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test))
