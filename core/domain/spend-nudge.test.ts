import fc from 'fast-check'
import type { BusinessDay, Campaign, Earn, Fen, Points } from '../contract'
import { openAccount } from './account'
import { fen, points } from './amounts'
import { plain } from './presets/plain'
import { recommended } from './presets/recommended'
import { settleBill } from './settle-bill'
import { billFor, nudge } from './spend-nudge'

const day = '2026-11-21' as BusinessDay
const branch = { id: 'a' as never, name: '店' }
const THRESHOLDS = [
  { amount: fen(15_000), points: points(30) },
  { amount: fen(20_000), points: points(50) },
]

const earnedBy =
  (earn: Earn, bills = 1) =>
  (amount: Fen): Points =>
    settleBill(
      { ...openAccount(), bills },
      { id: 'b', branch, amount, day },
      { birthday: null, joinedOn: day },
      { ...recommended, earn, caps: plain.caps },
    ).settled.earned

const rules = (over: Partial<Earn>): Earn => ({
  ...recommended.earn,
  firstOrder: null,
  campaigns: [],
  ...over,
})
const over: Campaign = {
  ...(recommended.earn.campaigns[0] as Campaign),
  days: { kind: 'every' },
  atLeast: fen(30_000),
  effect: { kind: 'multiplier', bp: 20_000 },
}

test.each`
  amount    | earn                                              | is
  ${18_000} | ${{ thresholds: THRESHOLDS }}                     | ${[2_000, 40]}
  ${19_999} | ${{ thresholds: THRESHOLDS }}                     | ${[1, 21]}
  ${20_000} | ${{ thresholds: THRESHOLDS }}                     | ${null}
  ${10_000} | ${{ thresholds: THRESHOLDS }}                     | ${[5_000, 80]}
  ${9_999}  | ${{ thresholds: THRESHOLDS }}                     | ${null}
  ${14_000} | ${{ thresholds: THRESHOLDS }}                     | ${[1_000, 40]}
  ${14_000} | ${{ thresholds: [...THRESHOLDS].reverse() }}      | ${[1_000, 40]}
  ${18_000} | ${{ thresholds: [] }}                             | ${null}
  ${25_000} | ${{ campaigns: [over] }}                          | ${[5_000, 350]}
  ${25_000} | ${{ campaigns: [{ ...over, tiers: ['gold'] }] }}  | ${null}
  ${25_000} | ${{ campaigns: [{ ...over, to: '2026-11-20' }] }} | ${null}
  ${29_999} | ${{ campaigns: [{ ...over, to: '2026-11-20' }] }} | ${null}
`('EARN-31, C-09: at $amount fen with $earn the next step is $is', ({ amount, earn, is }) => {
  const live = rules(earn)
  const found = nudge(amount, live, day, earnedBy(live))
  expect(found && [found.more, found.points]).toEqual(is)
})

test.each<[bills: number, amount: number, is: number[] | null]>([
  [0, 9_000, [1_000, 110]],
  [0, 10_000, null],
  [1, 9_000, null],
])(
  'EARN-31: after %i bills, with a first order of 100 yuan that gives 100, from %i fen the next step is %j',
  (bills, amount, is) => {
    const live = rules({ firstOrder: { mode: 'threshold', amount: fen(10_000), points: points(100) } })
    const found = nudge(fen(amount), live, day, earnedBy(live, bills))
    expect(found && [found.more, found.points]).toEqual(is)
  },
)

test.each([
  [50, 5_000, 5_000],
  [51, 5_000, null],
  [0, 5_000, 0],
])('EARN-31: %i points, with at most %i fen, take a bill of %j', (asked, most, bill) => {
  expect(billFor(points(asked), fen(most), earnedBy(rules({})))).toBe(bill)
})

test('EARN-31: a bill found for so many points earns them, and one yuan less does not', () => {
  const live = rules({ thresholds: THRESHOLDS })
  const earned = earnedBy(live)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (asked) => {
      const bill = billFor(points(asked), fen(20_000_000), earned) as Fen
      expect(earned(bill)).toBeGreaterThanOrEqual(asked)
      expect(earned(fen(bill - 100))).toBeLessThan(asked)
    }),
  )
  expect(billFor(points(100), fen(5_000), earned)).toBeNull()
})
