import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { arrayOperators } from './array-operators'
import { Draft } from './draft'
import { fieldOperators } from './field-operators'
import type { Operator } from './locate'
import { isPositional, placesOf } from './positions'

const operators = new Map<string, Operator>([
  ...Object.entries(fieldOperators),
  ...Object.entries(arrayOperators),
])

export type Update = (doc: Doc) => Doc

/**
 * Gives a new document with all operators applied, or fails as MongoDB words it and changes nothing at all. The query
 * that found the document says which element of an array `$` stands for; `now` is what `$currentDate` writes.
 */
export function compileUpdate(update: Doc, query: Doc = {}, now = 0): Update {
  const steps = readSteps(datesAsValues(update, now))
  refuseConflicts(steps)
  return (doc) => {
    const draft = new Draft(doc)
    for (const { operate, path, argument } of steps)
      if (!isPositional(path)) operate(draft, path, argument)
      else for (const place of placesOf(path, doc, query)) operate(draft, place, argument)
    return draft.root
  }
}

/** `$currentDate` is a `$set` of a time that is known now. */
function datesAsValues(update: Doc, now: number): Doc {
  const { $currentDate: asked, ...others } = update
  if (!isPlain(asked)) return update
  const dates = Object.entries(asked).map(([path, kind]) => {
    const isDate = kind === true || (isPlain(kind) && kind.$type === 'date')
    if (!isDate) throw requestFailed(`the kind of $currentDate must be true or { $type: 'date' }: ${path}`)
    if (isPlain(others.$set) && path in others.$set) throw conflict(path, path)
    return [path, new Date(now)]
  })
  return { ...others, $set: { ...(isPlain(others.$set) ? others.$set : {}), ...Object.fromEntries(dates) } }
}

interface Step {
  name: string
  operate: Operator
  path: string
  argument: Value
}

function readSteps(update: Doc): Step[] {
  const steps: Step[] = []
  for (const name in update) {
    const operate = operators.get(name)
    const fields = update[name]
    if (!operate) throw requestFailed(`Unknown modifier: ${name}`)
    if (!isPlain(fields))
      throw requestFailed(`Modifiers operate on fields but we found another type: ${name}`)
    for (const path in fields) steps.push({ name, operate, path, argument: fields[path] })
  }
  return steps
}

/** Two operators may not touch the same field, nor one a field inside the other's. */
function refuseConflicts(steps: Step[]) {
  const taken = new Set<string>()
  let nested = false
  const take = (path: string) => {
    if (path === '' || path.startsWith('.') || path.endsWith('.') || path.includes('..'))
      throw requestFailed(`The update path '${path}' contains an empty field name`)
    if (path === '_id' || path.startsWith('_id.'))
      throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
    if (taken.has(path)) throw conflict(path, path)
    taken.add(path)
    nested ||= path.includes('.')
  }
  for (const { name, path, argument } of steps) {
    take(path)
    if (name === '$rename') take(String(argument))
  }
  if (!nested) return
  for (const path of taken)
    for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1))
      if (taken.has(path.slice(0, dot))) throw conflict(path, path.slice(0, dot))
}

const conflict = (path: string, other: string) =>
  requestFailed(`Updating the path '${path}' would create a conflict at '${other}'`)
