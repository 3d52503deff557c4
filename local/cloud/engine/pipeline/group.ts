import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { type Base, type Compute, scopeOf } from '../expression/expression'
import { setOf } from '../expression/sets'
import { totalOf } from '../expression/totals'
import { orderKey } from '../order-key'
import { refuseUnsafeName } from '../read-ejson'
import type { StageMaker } from './stage'

/** Of the values an expression has in the documents of a group. */
const accumulators: Record<string, (values: Value[]) => Value> = {
  ...totalOf,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => [
    ...setOf(
      '$addToSet',
      values.filter((value) => value !== undefined),
    ).values(),
  ],
  $mergeObjects: (values) => Object.assign({}, ...values),
}

interface Accumulated {
  field: string
  compute: Compute
  total: (values: Value[]) => Value
}

export function readAccumulators(fields: Doc): Accumulated[] {
  return Object.entries(fields).map(([field, spec]) => {
    refuseUnsafeName(field)
    const [name = '', ...more] = isPlain(spec) ? Object.keys(spec) : []
    if (field.includes('.') || more.length > 0)
      throw requestFailed(`The field '${field}' must specify one accumulator`)
    const total = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined
    if (!total) throw requestFailed(`unknown group operator '${name}'`)
    return { field, compute: compileExpression((spec as Doc)[name]), total }
  })
}

export function accumulate(docs: Doc[], fields: Accumulated[], base: Base): Doc {
  const made: Doc = {}
  for (const { field, compute, total } of fields)
    made[field] = total(docs.map((doc) => compute(scopeOf(doc, base))))
  return made
}

export const group: StageMaker = (argument, base) => {
  if (!isPlain(argument) || !('_id' in argument))
    throw requestFailed('a group specification must include an _id')
  const { _id, ...others } = argument
  const [by, fields] = [compileExpression(_id), readAccumulators(others)]
  return (docs) => {
    const groups = new Map<string, { id: Value; docs: Doc[] }>()
    for (const doc of docs) {
      const id = by(scopeOf(doc, base)) ?? null
      const key = orderKey(id)
      const known = groups.get(key)
      if (known) known.docs.push(doc)
      else groups.set(key, { id, docs: [doc] })
    }
    return [...groups.values()].map((one) => ({ _id: one.id, ...accumulate(one.docs, fields, base) }))
  }
}
