import { EJSON } from 'bson'
import * as fc from 'fast-check'
import { readQuickly, writeQuickly } from './quick-ejson'

const name = fc.oneof(fc.string(), fc.constantFrom('a', '$a', '$minKey', '$numberInt', '__proto__', '\u0001'))
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(-0, 0, 2 ** 31, -(2 ** 31) - 1),
)
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('{"$numberInt":"5"}', '{\\"$numberInt\\":\\"5\\"}', '$', '"$oid"', '{'),
)
const document = fc.dictionary(
  name,
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      number,
      words,
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    ),
  })).value,
)

/** What somebody else makes of it, or that he refuses. */
const outcomeOf = <T>(make: () => T): T | string => {
  try {
    return make()
  } catch (error) {
    return (error as Error).name
  }
}

test('what is read quickly is what bson reads, whatever is kept', () => {
  void fc.assert(
    fc.property(document, (kept) => {
      const text = EJSON.stringify(kept, { relaxed: false })
      expect(outcomeOf(() => readQuickly(text))).toEqual(outcomeOf(() => EJSON.parse(text)))
    }),
    { numRuns: 500 },
  )
})

test('what is written quickly is what bson writes, to the letter', () => {
  void fc.assert(
    fc.property(document, (kept) => {
      expect(writeQuickly(kept)).toBe(EJSON.stringify(kept, { relaxed: false }))
    }),
    { numRuns: 500 },
  )
})
