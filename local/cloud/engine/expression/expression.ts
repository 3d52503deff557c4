import { requestFailed } from '../cloud-error'
import { isPlain, type Value } from '../document'
import { orderKey } from '../order-key'

/** What is the same for all documents of a question. */
export interface Base {
  variables: Variable | null
  /** What `$$NOW` stands for, in milliseconds. */
  now: number
}

/** What an expression is worked out against: the document and the variables that were named on the way in. */
export interface Scope extends Base {
  root: Value
}

export const scopeOf = (root: Value, { variables, now }: Base): Scope => ({ root, variables, now })

interface Variable {
  name: string
  value: Value
  outer: Variable | null
}

/** A compiled expression; `undefined` is a field that is missing. */
export type Compute = (scope: Scope) => Value
type Compile = (expression: Value) => Compute

/** An operator makes of its argument, which may hold expressions, a computation. */
export type Operator = (argument: Value, compile: Compile) => Compute

export const isNothing = (value: Value): value is null | undefined => value === null || value === undefined

export const withVariable = <B extends Base>(base: B, name: string, value: Value): B => ({
  ...base,
  variables: { name, value, outer: base.variables },
})

/** Everything but false, null, zero and what is missing is true. */
export const isTrue = (value: Value) => value !== false && value !== 0 && !isNothing(value)

/** As the database sorts; what is missing comes before null. */
export function compare(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return Math.sign(one - other)
  const [a, b] = [one === undefined ? '' : orderKey(one), other === undefined ? '' : orderKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** An operator over evaluated arguments: `$op: [a, b]`, or `$op: a` for a single one. */
export function onValues(
  name: string,
  least: number,
  most: number,
  work: (...values: Value[]) => Value,
): Operator {
  return (argument, compile) => {
    const given = Array.isArray(argument) ? argument : [argument]
    if (given.length < least || given.length > most)
      throw requestFailed(
        `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments. ${given.length} were passed in.`,
      )
    const parts = given.map(compile)
    const [first, second] = parts
    if (parts.length === 1 && first) return (scope) => work(first(scope))
    if (parts.length === 2 && first && second) return (scope) => work(first(scope), second(scope))
    return (scope) => work(...parts.map((part) => part(scope)))
  }
}

/** The same, and null when any argument is null or missing. */
export function onPresent(
  name: string,
  least: number,
  most: number,
  work: (...values: Value[]) => Value,
): Operator {
  return onValues(name, least, most, (...values) => (values.some(isNothing) ? null : work(...values)))
}

/** An operator over named arguments, of which some must be there. Those left out are `undefined`. */
export function onNamed(
  name: string,
  required: string[],
  optional: string[],
  work: (values: Record<string, Value>, scope: Scope) => Value,
): Operator {
  return (argument, compile) => {
    const fields = namedArguments(name, argument, required, optional)
    const parts = Object.entries(fields).map(([field, part]) => [field, compile(part)] as const)
    return (scope) => work(Object.fromEntries(parts.map(([field, part]) => [field, part(scope)])), scope)
  }
}

export function namedArguments(name: string, argument: Value, required: string[], optional: string[]) {
  if (!isPlain(argument)) throw requestFailed(`${name} only supports an object as its argument`)
  const missing = required.find((field) => !Object.hasOwn(argument, field))
  if (missing) throw requestFailed(`Missing '${missing}' parameter to ${name}`)
  const unknown = Object.keys(argument).find(
    (field) => !required.includes(field) && !optional.includes(field),
  )
  if (unknown) throw requestFailed(`Unrecognized argument to ${name}: ${unknown}`)
  return argument
}

export function arrayFor(name: string, value: Value): Value[] {
  if (!Array.isArray(value)) throw requestFailed(`The argument to ${name} must be an array`)
  return value
}

export function numberFor(name: string, value: Value): number {
  if (typeof value !== 'number') throw requestFailed(`${name} only supports numeric types`)
  return value
}

export function integerFor(name: string, value: Value): number {
  if (!Number.isInteger(value)) throw requestFailed(`${name} needs an integer`)
  return value as number
}

export function textFor(name: string, value: Value): string {
  if (typeof value !== 'string') throw requestFailed(`${name} requires a string argument`)
  return value
}

export function documentFor(name: string, value: Value) {
  if (!isPlain(value)) throw requestFailed(`${name} requires object inputs`)
  return value
}
