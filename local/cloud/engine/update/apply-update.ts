import { requestFailed } from '../cloud-error'
import { copy, type Doc, isPlain, type Value } from '../document'
import { arrayOperators } from './array-operators'
import { fieldOperators } from './field-operators'
import type { Operator } from './locate'

const operators = new Map<string, Operator>([
  ...Object.entries(fieldOperators),
  ...Object.entries(arrayOperators),
])

/** A new document with all operators applied, or a failure as MongoDB words it and no change at all. */
export function applyUpdate(doc: Doc, update: Doc): Doc {
  const steps = readSteps(update)
  refuseConflicts(steps)
  const next = copy(doc)
  for (const { operate, path, argument } of steps) operate(next, path, argument)
  return next
}

interface Step {
  name: string
  operate: Operator
  path: string
  argument: Value
}

function readSteps(update: Doc): Step[] {
  return Object.entries(update).flatMap(([name, fields]) => {
    const operate = operators.get(name)
    if (!operate) throw requestFailed(`Unknown modifier: ${name}`)
    if (!isPlain(fields))
      throw requestFailed(`Modifiers operate on fields but we found another type: ${name}`)
    return Object.entries(fields).map(([path, argument]) => ({
      name,
      operate,
      path,
      argument: copy(argument),
    }))
  })
}

/** Two operators may not touch the same field, nor one a field inside the other's. */
function refuseConflicts(steps: Step[]) {
  const touched = steps.flatMap(({ name, path, argument }) =>
    name === '$rename' ? [path, String(argument)] : [path],
  )
  const taken = new Set<string>()
  for (const path of touched) {
    if (path.split('.').includes(''))
      throw requestFailed(`The update path '${path}' contains an empty field name`)
    if (path === '_id' || path.startsWith('_id.'))
      throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
    if (taken.has(path)) throw conflict(path, path)
    taken.add(path)
  }
  for (const path of taken)
    for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1))
      if (taken.has(path.slice(0, dot))) throw conflict(path, path.slice(0, dot))
}

const conflict = (path: string, other: string) =>
  requestFailed(`Updating the path '${path}' would create a conflict at '${other}'`)
