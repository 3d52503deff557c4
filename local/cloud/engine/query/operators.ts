import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { comparisons, equals, isOneOf, matches } from './compare'
import { orAnElement, type Test } from './reach'
import { typeTest } from './type-names'

/** What an operator needs: how to reach its field, and how to compile conditions inside its own. */
export interface Place {
  /** Tests whatever the path of the condition reaches. */
  at(test: Test): Test
  compile(query: Doc): Test
  compileOn(condition: Doc, place: Place): Test
}

export type QueryOperator = (argument: Value, place: Place, all: Doc) => Test

const not =
  (test: Test): Test =>
  (value) =>
    !test(value)

function listOf(name: string, argument: Value): Value[] {
  if (!Array.isArray(argument)) throw requestFailed(`${name} needs an array`)
  return argument
}

function exists(argument: Value, { at }: Place): Test {
  const present = at((value) => value !== undefined)
  return argument ? present : not(present)
}

function ofType(argument: Value, { at }: Place): Test {
  const tests = (Array.isArray(argument) ? argument : [argument]).map((wanted) => {
    const test = typeTest(wanted)
    if (!test) throw requestFailed(`Unknown type name alias: ${JSON.stringify(wanted)}`)
    return test
  })
  return at(orAnElement((value) => tests.some((test) => test(value))))
}

function modulo(argument: Value, { at }: Place): Test {
  const [divisor, remainder, ...more] = listOf('malformed mod, $mod', argument)
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || more.length > 0)
    throw requestFailed('malformed mod, needs a divisor and a remainder')
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0')
  const [by, left] = [Math.trunc(divisor), Math.trunc(remainder)]
  return at(
    orAnElement(
      (value) => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % by === left,
    ),
  )
}

function pattern(argument: Value, { at }: Place, { $options }: Doc): Test {
  if (typeof argument !== 'string' && !(argument instanceof RegExp))
    throw requestFailed('$regex has to be a string')
  const source = argument instanceof RegExp ? argument.source : argument
  const flags = $options ?? (argument instanceof RegExp ? argument.flags : '')
  try {
    return at(orAnElement(matches(new RegExp(source, String(flags).replace(/[^imsu]/g, '')))))
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`)
  }
}

function size(argument: Value, { at }: Place): Test {
  if (!Number.isInteger(argument) || (argument as number) < 0)
    throw requestFailed('Failed to parse $size. Expected a non-negative integer')
  return at((value) => Array.isArray(value) && value.length === argument)
}

function all(argument: Value, place: Place): Test {
  const tests = listOf('$all', argument).map((wanted) =>
    isPlain(wanted) && '$elemMatch' in wanted
      ? place.compileOn(wanted, place)
      : place.at(orAnElement(wanted instanceof RegExp ? matches(wanted) : equals(wanted))),
  )
  return (holder) => tests.length > 0 && tests.every((test) => test(holder))
}

/** `{ field: … }` describes elements that are documents; operators describe the element itself. */
function elemMatch(argument: Value, { at, compile, compileOn }: Place): Test {
  if (!isPlain(argument)) throw requestFailed('$elemMatch needs an Object')
  const names = Object.keys(argument)
  const onValues = names.length > 0 && names.every((name) => /^\$(?!and$|or$|nor$|expr$)/.test(name))
  const itself: Place = { at: (test) => test, compile, compileOn }
  const test = onValues ? compileOn(argument, itself) : compile(argument)
  return at((value) => Array.isArray(value) && value.some((one) => (onValues || isPlain(one)) && test(one)))
}

function negation(argument: Value, place: Place): Test {
  if (argument instanceof RegExp) return not(place.at(orAnElement(matches(argument))))
  if (!isPlain(argument) || Object.keys(argument).length === 0)
    throw requestFailed('$not needs a regex or a document')
  return not(place.compileOn(argument, place))
}

const compared = (name: string): QueryOperator => {
  const compare = comparisons[name] as (limit: Value) => Test
  return (limit, { at }) => at(orAnElement(compare(limit)))
}

export const queryOperators: Record<string, QueryOperator> = {
  $eq: (wanted, { at }) => at(orAnElement(equals(wanted))),
  $ne: (wanted, { at }) => not(at(orAnElement(equals(wanted)))),
  $gt: compared('$gt'),
  $gte: compared('$gte'),
  $lt: compared('$lt'),
  $lte: compared('$lte'),
  $in: (choices, { at }) => at(orAnElement(isOneOf(listOf('$in', choices)))),
  $nin: (choices, { at }) => not(at(orAnElement(isOneOf(listOf('$nin', choices))))),
  $not: negation,
  $exists: exists,
  $type: ofType,
  $mod: modulo,
  $regex: pattern,
  $options: () => () => true,
  $size: size,
  $all: all,
  $elemMatch: elemMatch,
}
