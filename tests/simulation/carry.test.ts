import { EJSON } from 'bson'
import * as fc from 'fast-check'
import { readEjsonObject } from '../../local/cloud/engine/read-ejson'
import { toldText, writeEjson } from '../../local/cloud/engine/write-ejson'
import { receive, Sent, send } from './carry'

const ODD_NAMES = ['a', '$a', '$gt', '$numberInt', '__proto__', 'a.constructor', '\u0001']
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(-0, 0, 2 ** 31, -(2 ** 31) - 1, 2 ** 60, 1e300),
)
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('{"$numberInt":"5"}', '{\\"$numberInt\\":\\"5\\"}', '$', '"$oid"', '{'),
)
const documentOf = (names: string[], others: fc.Arbitrary<unknown>) => {
  const name = fc.oneof(fc.string(), fc.constantFrom(...names))
  return fc.dictionary(
    name,
    fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        number,
        words,
        fc.boolean(),
        fc.constant(null),
        others,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { maxKeys: 4 }),
      ),
    })).value,
  )
}
const kept = documentOf([...ODD_NAMES, '$minKey'], fc.date({ noInvalidDate: true }))
const sent = documentOf(
  ODD_NAMES,
  fc.oneof(
    fc.date({ noInvalidDate: true }),
    fc.constantFrom(undefined, /^a/i, () => 1, new URL('a:b')),
  ),
)

/** What somebody else makes of it, or that he refuses. */
const outcomeOf = <T>(make: () => T): T | string => {
  try {
    return make()
  } catch (error) {
    return (error as Error).name
  }
}

const NOW = 1_800_000_000_000

test('what is received without a text is what bson reads in the text of what is kept', () => {
  void fc.assert(
    fc.property(kept, (document) => {
      const read = outcomeOf(() => readEjsonObject(EJSON.stringify(document, { relaxed: false }), NOW))
      fc.pre(typeof read === 'object')
      const text = toldText(writeEjson(read))
      expect(outcomeOf(() => receive(new Sent(read)))).toEqual(outcomeOf(() => EJSON.parse(text)))
    }),
    { numRuns: 1000 },
  )
})

test('what is sent without a text is what the engine reads in the text of bson', () => {
  void fc.assert(
    fc.property(sent, (document) => {
      const read = outcomeOf(() => readEjsonObject(EJSON.stringify(document, { relaxed: false }), NOW))
      expect(outcomeOf(() => readEjsonObject(send(document), NOW))).toEqual(read)
    }),
    { numRuns: 1000 },
  )
})

test('what is sent is as it was, whatever its sender does with it afterwards, and can be looked at', () => {
  const document = { a: [{ b: 1 }], at: new Date(5) }
  const handed = send(document)
  document.a[0] = { b: 2 }
  document.at.setTime(6)
  expect(`${handed}`).toBe('{"a":[{"b":{"$numberInt":"1"}}],"at":{"$date":{"$numberLong":"5"}}}')
  expect(readEjsonObject(handed, NOW)).toEqual({ a: [{ b: 1 }], at: new Date(5) })
})
