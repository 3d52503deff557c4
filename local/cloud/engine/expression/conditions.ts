import { requestFailed } from '../cloud-error'
import { isPlain, type Value } from '../document'
import { compare, isNothing, isTrue, namedArguments, type Operator, onValues } from './expression'

const compared = (name: string, meets: (order: number) => boolean) =>
  onValues(name, 2, 2, (one, other) => meets(compare(one, other)))

/** `[if, then, else]` or the three by their names; only the branch that is taken is worked out. */
const cond: Operator = (argument, compile) => {
  const named = Array.isArray(argument) ? null : namedArguments('$cond', argument, ['if', 'then', 'else'], [])
  const parts = named ? [named.if, named.then, named.else] : (argument as Value[])
  const [test, yes, no] = parts.map(compile)
  if (!test || !yes || !no || parts.length !== 3)
    throw requestFailed('Expression $cond takes exactly 3 arguments.')
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope))
}

const ifNull: Operator = (argument, compile) => {
  const parts = Array.isArray(argument) ? argument.map(compile) : []
  if (parts.length < 2) throw requestFailed('$ifNull needs at least two arguments')
  return (scope) => {
    let value: Value
    for (const part of parts) {
      value = part(scope)
      if (!isNothing(value)) break
    }
    return value
  }
}

const choose: Operator = (argument, compile) => {
  const { branches, default: otherwise } = namedArguments('$switch', argument, ['branches'], ['default'])
  if (!Array.isArray(branches) || branches.length === 0)
    throw requestFailed('$switch requires at least one branch.')
  const cases = branches.map((branch) => {
    if (!isPlain(branch) || !('case' in branch) || !('then' in branch))
      throw requestFailed('$switch requires each branch have a "case" and a "then" expression')
    return { test: compile(branch.case), value: compile(branch.then) }
  })
  const last = otherwise === undefined ? null : compile(otherwise)
  return (scope) => {
    for (const { test, value } of cases) if (isTrue(test(scope))) return value(scope)
    if (!last)
      throw requestFailed(
        '$switch could not find a matching branch for an input, and no default was specified.',
      )
    return last(scope)
  }
}

const listOf = (argument: Value): Value[] => (Array.isArray(argument) ? argument : [argument])

export const conditions: Record<string, Operator> = {
  $and: (argument, compile) => {
    const parts = listOf(argument).map(compile)
    return (scope) => parts.every((part) => isTrue(part(scope)))
  },
  $or: (argument, compile) => {
    const parts = listOf(argument).map(compile)
    return (scope) => parts.some((part) => isTrue(part(scope)))
  },
  $not: onValues('$not', 1, 1, (value) => !isTrue(value)),
  $cmp: onValues('$cmp', 2, 2, compare),
  $eq: compared('$eq', (order) => order === 0),
  $ne: compared('$ne', (order) => order !== 0),
  $gt: compared('$gt', (order) => order > 0),
  $gte: compared('$gte', (order) => order >= 0),
  $lt: compared('$lt', (order) => order < 0),
  $lte: compared('$lte', (order) => order <= 0),
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
}
