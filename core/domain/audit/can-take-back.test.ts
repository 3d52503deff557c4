import type { BillReversed, BusinessDay } from '../../contract'
import { openAccount } from '../account'
import { fen, points } from '../amounts'
import { canTakeBack } from './can-take-back'

const paidOn = '2026-11-02' as BusinessDay
const [lot, next] = ['2027-11-02' as BusinessDay, '2027-11-03' as BusinessDay]

/** A bill of 250 points: 150 came with it, 100 on the next day; 30 and 20 of them have expired. */
const account = {
  ...openAccount(),
  qualifyingSpend: fen(25_000),
  bills: 1,
  lapsed: [
    { lot, points: points(30) },
    { lot: next, points: points(20) },
  ],
  towardsCaps: [{ day: paidOn, group: 'spend' as const, points: points(150) }],
  released: [
    {
      pending: 'wait-1',
      bill: 'a.1',
      paidOn,
      lot: next,
      countedOn: null,
      points: points(100),
      lost: points(10),
    },
  ],
}
const came = (taken: number, gone: number, pending = 'wait-1', from = next) => ({
  pending,
  lot: from,
  points: points(taken),
  lapsed: points(gone),
})
const whole = {
  amount: fen(25_000),
  left: fen(0),
  points: points(240),
  lapsed: points(50),
  lot,
  later: [came(90, 20)],
  room: [{ day: paidOn, points: points(150) }],
} as Partial<BillReversed>

test.each<[string, Partial<BillReversed>, boolean]>([
  ['all there is', {}, true],
  ['nothing that came later', { later: [], lapsed: points(30) }, true],
  ['nothing but what came later', { points: points(90) }, true],
  ['what had expired later and no more', { lapsed: points(20) }, true],
  [
    'room of two days, one of them not remembered',
    {
      room: [
        { day: paidOn, points: points(1) },
        { day: next, points: points(1) },
      ],
    },
    false,
  ],
  ['a fen too much', { amount: fen(25_001) }, false],
  ['a point more than is left of what came later', { later: [came(91, 20)] }, false],
  ['what never came', { later: [came(90, 20, 'wait-2')] }, false],
  ['more that came later than in all', { points: points(89) }, false],
  ['more that had expired later than in all', { lapsed: points(19) }, false],
  ['a point more than expired of the first lot', { lapsed: points(51) }, false],
  ['a point more than expired of the second lot', { lapsed: points(51), later: [came(90, 21)] }, false],
  ['what two of one lot had not lost together', { later: [came(90, 20, 'wait-1', lot)] }, false],
  ['a point more room than was used', { room: [{ day: paidOn, points: points(151) }] }, false],
  ['room of a day that is not remembered', { room: [{ day: next, points: points(1) }] }, false],
])('I8: an account can lose %s: %s', (_what, changes, can) => {
  expect(canTakeBack(account, { ...whole, ...changes } as BillReversed)).toBe(can)
})

test('an order that was not counted cannot be wholly taken back', () => {
  const none = { ...account, bills: 0 }
  expect(canTakeBack(none, whole as BillReversed)).toBe(false)
  expect(canTakeBack(none, { ...whole, left: fen(1) } as BillReversed)).toBe(true)
})

test('I8: what came later is looked for among all that did, in whatever order', () => {
  const [one] = account.released
  const others = {
    ...one,
    pending: 'wait-2',
    points: points(1),
    lost: points(0),
  } as (typeof account.released)[number]
  for (const released of [
    [others, ...account.released],
    [...account.released, others],
  ]) {
    expect(canTakeBack({ ...account, released }, whole as BillReversed)).toBe(true)
    expect(
      canTakeBack({ ...account, released }, { ...whole, later: [came(2, 20, 'wait-2')] } as BillReversed),
    ).toBe(false)
  }
})

test('I8: of an account that has released nothing, and of a line that tells nothing of it, nothing later is taken', () => {
  const { released: _released, ...older } = account
  const { later: _later, room: _room, ...line } = whole as BillReversed
  expect(canTakeBack(older, { ...line, lapsed: points(30) })).toBe(true)
  expect(canTakeBack(older, whole as BillReversed)).toBe(false)
})
