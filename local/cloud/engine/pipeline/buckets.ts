import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { compare, namedArguments, scopeOf } from '../expression/expression'
import { accumulate, readAccumulators } from './group'
import type { StageMaker } from './stage'

const readOutput = (output: Value) => readAccumulators(isPlain(output) ? output : { count: { $sum: 1 } })

/** Groups by boundaries: the lower one belongs to the bucket, the upper one does not. */
export const bucket: StageMaker = (argument, base) => {
  const given = namedArguments('$bucket', argument, ['groupBy', 'boundaries'], ['default', 'output'])
  const { boundaries, default: otherwise } = given
  const [by, fields] = [compileExpression(given.groupBy), readOutput(given.output)]
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed("The $bucket 'boundaries' field must have at least 2 values")
  if (boundaries.some((value, at) => at > 0 && compare(boundaries[at - 1], value) >= 0))
    throw requestFailed("The 'boundaries' option to $bucket must be sorted")
  return (docs) => {
    const buckets = new Map<Value, Doc[]>()
    const outside: Doc[] = []
    for (const doc of docs) {
      const value = by(scopeOf(doc, base))
      const at = boundaries.findIndex((upper) => compare(value, upper) < 0) - 1
      if (at < 0) outside.push(doc)
      else buckets.set(boundaries[at], [...(buckets.get(boundaries[at]) ?? []), doc])
    }
    if (outside.length > 0 && otherwise === undefined)
      throw requestFailed(
        '$switch could not find a matching branch for an input, and no default was specified.',
      )
    const filled = boundaries.flatMap((lower): [Value, Doc[]][] => {
      const inside = buckets.get(lower)
      return inside ? [[lower, inside]] : []
    })
    if (outside.length > 0) filled.push([otherwise, outside])
    return filled.map(([_id, inside]) => ({ _id, ...accumulate(inside, fields, base) }))
  }
}

/** So many buckets of about the same size; equal values are never parted. */
export const bucketAuto: StageMaker = (argument, base) => {
  const given = namedArguments('$bucketAuto', argument, ['groupBy', 'buckets'], ['output', 'granularity'])
  if (given.granularity !== undefined) throw requestFailed('granularity is not supported here')
  const [by, fields, buckets] = [compileExpression(given.groupBy), readOutput(given.output), given.buckets]
  if (!Number.isInteger(buckets) || (buckets as number) < 1)
    throw requestFailed("The $bucketAuto 'buckets' field must be greater than 0")
  return (docs) => {
    const valued = docs.map((doc) => ({ doc, value: by(scopeOf(doc, base)) }))
    valued.sort((one, other) => compare(one.value, other.value))
    const size = Math.max(1, Math.round(valued.length / (buckets as number)))
    const made: Doc[] = []
    for (let at = 0; at < valued.length; ) {
      const last = made.length === (buckets as number) - 1
      let end = last ? valued.length : Math.min(at + size, valued.length)
      while (end < valued.length && compare(valued[end]?.value, valued[end - 1]?.value) === 0) end++
      const inside = valued.slice(at, end)
      const max = (valued[end] ?? valued[end - 1])?.value
      const _id = { min: inside[0]?.value ?? null, max: max ?? null }
      made.push({
        _id,
        ...accumulate(
          inside.map(({ doc }) => doc),
          fields,
          base,
        ),
      })
      at = end
    }
    return made
  }
}
