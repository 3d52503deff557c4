import * as fc from 'fast-check'
import { Context } from 'mingo/core'
import * as projection from 'mingo/operators/projection'
import { Query } from 'mingo/query'
import type { Doc } from '../document'
import { compileFindProjection } from '../pipeline/find-projection'
import { compileQuery } from './compile-query'

const scalar = fc.oneof(
  fc.constantFrom('', 'a', '1', 'true'),
  fc.constantFrom(0, -0, 1, 1.5, -1),
  fc.boolean(),
  fc.constant(null),
)
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ a: scalar }),
  fc.constant(new Date(0)),
)
const field = fc.constantFrom('a', 'b', '_id')
const doc = fc.dictionary(field, value, { maxKeys: 3 })
const condition = fc.dictionary(
  field,
  fc.oneof(
    scalar,
    scalar.map(($eq) => ({ $eq })),
  ),
  { maxKeys: 3 },
)

test('plain equalities are matched as the library matches them', () => {
  void fc.assert(
    fc.property(doc, condition, (one, asked) => {
      expect(compileQuery(asked)(one)).toBe(compileQuery({ $and: [asked] })(one))
    }),
    { numRuns: 2000 },
  )
})

test('plain fields are shown as the library shows them', () => {
  const context = Context.init({ projection })
  void fc.assert(
    fc.property(
      doc,
      fc.dictionary(field, fc.constant(1 as const), { minKeys: 1, maxKeys: 3 }),
      (one, shown) => {
        const whole: Doc = { _id: 'x', ...one }
        const [theirs] = new Query<Doc>({}, { context }).find<Doc>([whole], shown).all()
        expect(compileFindProjection(shown)(whole, { variables: null, now: 0 })).toEqual(theirs)
      },
    ),
  )
})
