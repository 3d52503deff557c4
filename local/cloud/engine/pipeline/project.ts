import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, ownField, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { type Base, type Compute, scopeOf } from '../expression/expression'
import { refuseUnsafeName } from '../read-ejson'
import { withoutValue, withValue } from './paths'

/** The fields to keep or to leave out, as a tree: `{ 'a.b': 1, a: { c: 1 } }` keeps two fields of `a`. */
interface Shape {
  kept: Map<string, Shape | true>
  computed: [path: string[], compute: Compute][]
  dropped: string[][]
}

const emptyShape = (): Shape => ({ kept: new Map(), computed: [], dropped: [] })

export type Projection = (doc: Doc, base: Base) => Doc

/** Keeps what is asked for, or leaves out what is not wanted; both at once only for the id. */
export function compileProjection(
  fields: Doc,
  compute: (value: Value) => Compute = compileExpression,
): Projection {
  const shape = emptyShape()
  readFields(fields, [], shape, compute)
  const { _id, ...others } = fields
  const keeps = shape.kept.size > 0 || shape.computed.length > 0
  const dropsMore = shape.dropped.some((path) => path[0] !== '_id' || path.length > 1)
  if (keeps && dropsMore) throw requestFailed('Cannot do exclusion in inclusion projection')
  if (!keeps && (dropsMore || Object.keys(others).length === 0))
    return (doc) => shape.dropped.reduce<Value>((left, path) => withoutValue(left, path), doc) as Doc
  if (_id === undefined) shape.kept.set('_id', true)
  return (doc, base) => {
    const picked = pick(doc, shape.kept) as Doc
    const scope = scopeOf(doc, base)
    return shape.computed.reduce<Doc>((made, [path, work]) => {
      const value = work(scope)
      return value === undefined ? made : (withValue(made, path, value) as Doc)
    }, picked)
  }
}

function readFields(fields: Doc, within: string[], shape: Shape, compute: (value: Value) => Compute) {
  for (const field in fields) {
    refuseUnsafeName(field)
    const path = [...within, ...field.split('.')]
    const value = fields[field]
    if (value === 0 || value === false) shape.dropped.push(path)
    else if (typeof value === 'number' || value === true) keep(shape, path)
    else if (isPlain(value) && !Object.keys(value)[0]?.startsWith('$'))
      readFields(value, path, shape, compute)
    else shape.computed.push([path, compute(value)])
  }
}

function keep(shape: Shape, path: string[]) {
  let { kept } = shape
  for (const [at, field] of path.entries()) {
    const known = kept.get(field)
    if (known === true) return
    if (at === path.length - 1) {
      kept.set(field, true)
      return
    }
    const inner = known ?? emptyShape()
    kept.set(field, inner)
    kept = inner.kept
  }
}

function pick(value: Value, kept: Map<string, Shape | true>): Value {
  if (Array.isArray(value))
    return value.flatMap((element) =>
      isPlain(element) || Array.isArray(element) ? [pick(element, kept)] : [],
    )
  const picked: Doc = {}
  // The order of fields is that of the document.
  for (const field in value as Doc) {
    const want = kept.get(field)
    if (!want) continue
    const inner = ownField(value as Doc, field)
    if (want === true) picked[field] = inner
    else if (isPlain(inner) || Array.isArray(inner)) picked[field] = pick(inner, want.kept)
  }
  return picked
}
