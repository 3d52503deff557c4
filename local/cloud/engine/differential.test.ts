import fc from 'fast-check'
import { CloudError } from './cloud-error'
import { copy, type Doc, isPlain, type Value } from './document'
import { orderKey } from './order-key'
import { compileQuery } from './query/compile-query'
import { compileUpdate } from './update/apply-update'

/** The rules as the manual tells them, without thought for speed: what the engine does must be what these do. */

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'b'),
  fc.constantFrom(null, true, 0.5, new Date(0)),
)
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
  ),
})).value
const doc = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3 }) as fc.Arbitrary<Doc>
const path = fc.constantFrom('a', 'b', 'a.b', 'a.0', 'a.b.a', 'b.a', 'c.1.a')

const same = (one: Value, other: Value) => orderKey(one) === orderKey(other)

/** All values a path leads to; `undefined` where it leads nowhere. */
function reached(holder: Value, [field, ...rest]: string[]): Value[] {
  if (field === undefined) return [holder]
  if (isPlain(holder)) return reached(Object.hasOwn(holder, field) ? holder[field] : undefined, rest)
  if (!Array.isArray(holder)) return [undefined]
  const inside = holder.filter(isPlain).flatMap((element) => reached(element, [field, ...rest]))
  return /^\d+$/.test(field) ? [...reached(holder[Number(field)], rest), ...inside] : inside
}

/** The values themselves and, of arrays, their elements. */
const candidates = (holder: Value, at: string) =>
  reached(holder, at.split('.')).flatMap((found) => (Array.isArray(found) ? [found, ...found] : [found]))

const rank = (found: Value) => (found === null || found === undefined ? '' : (orderKey(found)[0] as string))

function plainMeets(operator: string, argument: Value, found: Value): boolean {
  if (operator === '$eq') return same(found ?? null, argument ?? null)
  if (operator === '$in') return (argument as Value[]).some((choice) => same(found ?? null, choice))
  const bothNothing = rank(found) === '' && rank(argument) === ''
  if (bothNothing) return operator.endsWith('e')
  if (rank(found) !== rank(argument)) return false
  const [one, other] = [orderKey(found), orderKey(argument)]
  return { $gt: one > other, $gte: one >= other, $lt: one < other, $lte: one <= other }[operator] ?? false
}

function plainTest(given: Doc, at: string, operator: string, argument: Value): boolean {
  if (operator === '$ne') return !plainTest(given, at, '$eq', argument)
  if (operator === '$nin') return !plainTest(given, at, '$in', argument)
  if (operator === '$exists')
    return reached(given, at.split('.')).some((found) => found !== undefined) === argument
  if (operator === '$size')
    return reached(given, at.split('.')).some((found) => Array.isArray(found) && found.length === argument)
  if (operator === '$all')
    return (
      (argument as Value[]).length > 0 &&
      (argument as Value[]).every((one) => plainTest(given, at, '$eq', one))
    )
  return candidates(given, at).some((found) => plainMeets(operator, argument, found))
}

const condition = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), value),
  fc.tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(value, { maxLength: 3 })),
  fc.tuple(fc.constant('$exists'), fc.boolean()),
  fc.tuple(fc.constant('$size'), fc.nat(3)),
)
const part = fc.tuple(path, condition)
const asQuery = ([at, [operator, argument]]: [string, [string, Value]]): Doc => ({
  [at]: { [operator]: argument },
})

test('a query finds what the plain rules find', () => {
  fc.assert(
    fc.property(doc, part, part, (given, one, other) => {
      const meets = ([at, [operator, argument]]: typeof one) => plainTest(given, at, operator, argument)
      const [a, b] = [meets(one), meets(other)]
      expect(compileQuery(asQuery(one))(given)).toBe(a)
      expect(compileQuery({ $and: [asQuery(one), asQuery(other)] })(given)).toBe(a && b)
      expect(compileQuery({ $or: [asQuery(one), asQuery(other)] })(given)).toBe(a || b)
      expect(compileQuery({ $nor: [asQuery(one), asQuery(other)] })(given)).toBe(!a && !b)
      expect(compileQuery({ [one[0]]: { $not: { [one[1][0]]: one[1][1] } } })(given)).toBe(!a)
    }),
    { numRuns: 3000 },
  )
})

class Refused extends Error {}

/** Changes a copy, step by step, making documents on the way. */
function plainPlace(
  root: Doc,
  at: string,
  make: boolean,
): { holder: Record<string, Value>; field: string } | null {
  let holder: Value = root
  const fields = at.split('.')
  for (const [step, field] of fields.entries()) {
    if (!isPlain(holder) && !(Array.isArray(holder) && /^\d+$/.test(field))) {
      if (make) throw new Refused()
      return null
    }
    const open = holder as Record<string, Value>
    if (step === fields.length - 1) return { holder: open, field }
    if (!Object.hasOwn(open, field)) {
      if (!make) return null
      plainPut(open, field, {})
    }
    holder = open[field]
  }
  return null
}

function plainPut(holder: Record<string, Value>, field: string, to: Value) {
  if (Array.isArray(holder)) while (holder.length < Number(field)) holder.push(null)
  holder[field] = to
}

const arrayOf = (present: Value): Value[] => {
  if (present === undefined) return []
  if (!Array.isArray(present)) throw new Refused()
  return present
}

const numberOf = (present: Value): number => {
  if (typeof present !== 'number') throw new Refused()
  return present
}

const plainOperators: Record<string, (present: Value, argument: Value) => Value> = {
  $set: (_present, to) => to,
  $inc: (present, by) => (present === undefined ? by : numberOf(present) + Number(by)),
  $mul: (present, by) => (present === undefined ? 0 * Number(by) : numberOf(present) * Number(by)),
  $min: (present, offered) =>
    present === undefined || orderKey(offered) < orderKey(present) ? offered : present,
  $max: (present, offered) =>
    present === undefined || orderKey(offered) > orderKey(present) ? offered : present,
  $push: (present, element) => [...arrayOf(present), element],
  $addToSet: (present, element) =>
    arrayOf(present).some((one) => same(one, element)) ? present : [...arrayOf(present), element],
}

function plainUpdate(given: Doc, operator: string, at: string, argument: Value): Doc {
  const next = copy(given)
  const place = plainPlace(next, at, operator !== '$unset')
  if (!place) return next
  const present = Object.hasOwn(place.holder, place.field) ? place.holder[place.field] : undefined
  if (operator !== '$unset')
    plainPut(place.holder, place.field, plainOperators[operator]?.(present, argument))
  else if (!Array.isArray(place.holder)) delete place.holder[place.field]
  else if (Number(place.field) < place.holder.length) place.holder[Number(place.field)] = null
  return next
}

const update = fc.oneof(
  fc.tuple(
    fc.constantFrom('$set', '$min', '$max', '$push', '$addToSet'),
    path,
    value.filter((to) => !isPlain(to) || !('$each' in to)),
  ),
  fc.tuple(fc.constantFrom('$inc', '$mul'), path, fc.integer({ min: -3, max: 3 })),
  fc.tuple(fc.constant('$unset'), path, fc.constant('')),
)

test('an update makes what the plain rules make, refuses what they refuse, and leaves the document it was given', () => {
  fc.assert(
    fc.property(doc, update, (given, [operator, at, argument]) => {
      const before = copy(given)
      const attempt = (work: () => Doc): Doc | 'refused' => {
        try {
          return work()
        } catch (error) {
          if (!(error instanceof Refused) && !(error instanceof CloudError)) throw error
          return 'refused'
        }
      }
      const plain = attempt(() => plainUpdate(given, operator, at, argument))
      expect(attempt(() => compileUpdate({ [operator]: { [at]: argument } })(given))).toEqual(plain)
      expect(given).toEqual(before)
    }),
    { numRuns: 3000 },
  )
})
