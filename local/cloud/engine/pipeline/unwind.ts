import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { namedArguments, scopeOf } from '../expression/expression'
import { refuseUnsafeName } from '../read-ejson'
import { withoutValue, withValue } from './paths'
import type { StageMaker } from './stage'

/** One document for each element of an array. What is no array counts as an array of itself. */
export const unwind: StageMaker = (argument, base) => {
  const given = typeof argument === 'string' ? { path: argument } : argument
  const options = namedArguments(
    '$unwind',
    given,
    ['path'],
    ['includeArrayIndex', 'preserveNullAndEmptyArrays'],
  )
  const { path: text, includeArrayIndex: indexField, preserveNullAndEmptyArrays: preserve } = options
  if (typeof text !== 'string' || !text.startsWith('$'))
    throw requestFailed("path option to $unwind stage should be prefixed with a '$'")
  if (indexField !== undefined && typeof indexField !== 'string')
    throw requestFailed('includeArrayIndex needs a name')
  if (indexField !== undefined) refuseUnsafeName(indexField)
  const path = text.slice(1).split('.')
  const read = compileExpression(text)
  const numbered = (doc: Doc, at: number | null) =>
    indexField === undefined ? doc : (withValue(doc, indexField.split('.'), at) as Doc)
  return (docs) =>
    docs.flatMap((doc) => {
      const value = read(scopeOf(doc, base))
      if (Array.isArray(value) && value.length > 0)
        return value.map((element, at) => numbered(replace(doc, path, element), at))
      if (!Array.isArray(value) && value !== undefined && value !== null) return [numbered(doc, null)]
      if (preserve !== true) return []
      return [numbered(Array.isArray(value) ? (withoutValue(doc, path) as Doc) : doc, null)]
    })
}

function replace(doc: Value, path: string[], element: Value, from = 0): Doc {
  const field = path[from] as string
  const holder = isPlain(doc) ? doc : {}
  return {
    ...holder,
    [field]: from === path.length - 1 ? element : replace(holder[field], path, element, from + 1),
  }
}
