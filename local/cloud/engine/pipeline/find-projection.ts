import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import type { Compute } from '../expression/expression'
import { compileQuery } from '../query/compile-query'
import { withValue } from './paths'
import { compileProjection, type Projection } from './project'

/** What a query shows of a document: fields by name, and of an array a part (`$slice`) or one element (`$elemMatch`). */
export function compileFindProjection(fields: Doc): Projection {
  const slices: [path: string[], cut: (array: Value[]) => Value[]][] = []
  const others: Doc = {}
  for (const [field, shown] of Object.entries(fields)) {
    if (isPlain(shown) && '$slice' in shown) slices.push([field.split('.'), readSlice(shown.$slice)])
    else others[field] = isPlain(shown) && '$elemMatch' in shown ? elementOf(field, shown.$elemMatch) : shown
  }
  const keeps = Object.entries(others).some(
    ([field, shown]) => field !== '_id' && shown !== 0 && shown !== false,
  )
  const shown = keeps
    ? { ...others, ...Object.fromEntries(slices.map(([path]) => [path.join('.'), 1])) }
    : others
  const project = compileProjection(shown, (value) =>
    value instanceof Element ? value.compute : compileExpression(value),
  )
  return (doc, base) => slices.reduce<Doc>((made, [path, cut]) => cutAt(made, path, cut), project(doc, base))
}

/** A projection holds it in the place of an expression. */
class Element {
  constructor(readonly compute: Compute) {}
}

/** The first element that matches; nothing at all when none does. */
function elementOf(field: string, condition: Value): Element {
  const compute = compileExpression(`$${field}`)
  if (!isPlain(condition)) throw requestFailed('elemMatch: Invalid argument, object required')
  const wanted = compileQuery({ elements: { $elemMatch: condition } })
  return new Element((scope) => {
    const array = compute(scope)
    const first = Array.isArray(array) ? array.find((element) => wanted({ elements: [element] })) : undefined
    return first === undefined ? undefined : [first]
  })
}

function readSlice(argument: Value): (array: Value[]) => Value[] {
  const [first, count] = Array.isArray(argument) ? argument : [argument]
  if (!Number.isInteger(first) || (count !== undefined && !(Number.isInteger(count) && count > 0)))
    throw requestFailed('$slice only supports numbers and [skip, limit] arrays')
  if (count === undefined) return (array) => (first < 0 ? array.slice(first) : array.slice(0, first))
  return (array) => {
    const from = first < 0 ? Math.max(0, array.length + first) : first
    return array.slice(from, from + count)
  }
}

function cutAt(doc: Doc, path: string[], cut: (array: Value[]) => Value[]): Doc {
  let value: Value = doc
  for (const field of path) value = isPlain(value) ? value[field] : undefined
  return Array.isArray(value) ? (withValue(doc, path, cut(value)) as Doc) : doc
}
