import type { BusinessDay, Program, Tier } from '../contract'
import { type Account, openAccount, post, postAll } from './account'
import { fen, points } from './amounts'
import { payAt } from './discount'
import { join } from './join'
import { recommended } from './presets/recommended'
import { settleBill } from './settle-bill'
import { routesTo } from './standing'

const day = (text: string) => text as BusinessDay
const none = { spend: null, points: null, yearPoints: null, load: null }
const [silver, gold] = recommended.tiers as [Tier, Tier]
const programWith = (reach: Partial<Tier['reach']>, more: Partial<Tier> = {}): Program => ({
  ...recommended,
  caps: { ...recommended.caps, spend: null },
  earn: { ...recommended.earn, firstOrder: null, campaigns: [] },
  tiers: [silver, { ...gold, gift: null, ...more, reach: { ...none, ...reach } }],
})
const bill = (on: string, amount: number) => ({
  id: on,
  branch: { id: 'a' as never, name: '店' },
  amount: fen(amount),
  day: day(on),
})
const guest = { birthday: null, joinedOn: day('2026-01-01') }
const joined = (program: Program): Account => post(openAccount(), join(day('2026-01-01'), program))
const paid = (account: Account, on: string, amount: number, program: Program) =>
  postAll(account, settleBill(account, bill(on, amount), guest, program).entries)

test.each`
  reach                                          | amount    | tier
  ${{ points: points(100) }}                     | ${9_999}  | ${'silver'}
  ${{ points: points(100) }}                     | ${10_000} | ${'gold'}
  ${{ yearPoints: points(100) }}                 | ${9_999}  | ${'silver'}
  ${{ yearPoints: points(100) }}                 | ${10_000} | ${'gold'}
  ${{ spend: fen(20_000), points: points(100) }} | ${10_000} | ${'gold'}
  ${{ spend: fen(10_000), points: points(200) }} | ${10_000} | ${'gold'}
  ${{ load: fen(1) }}                            | ${99_999} | ${'silver'}
`(
  'C-25, LVL-08, LVL-09: $amount fen on $reach is $tier: one route is enough, null is none',
  ({ reach, amount, tier }) => {
    const program = programWith(reach)
    expect(paid(joined(program), '2026-03-01', amount, program).tier).toBe(tier)
  },
)

test.each([
  ['2027-03-31', 'gold'],
  ['2027-04-01', 'silver'],
])('LVL-01: points of March 2026 count with those of %s: %s', (on, tier) => {
  const program = programWith({ yearPoints: points(100) })
  const half = paid(joined(program), '2026-03-15', 5_000, program)
  expect(paid(half, on, 5_000, program).tier).toBe(tier)
})

test('points that nobody spent at a table lift nobody: joining gives 100 and counts for nothing', () => {
  const program = programWith({ points: points(100) })
  expect(joined(program).growth.points).toBe(0)
})

test('LVL-12: of several routes the nearest to its end is told first', () => {
  const program = programWith({ spend: fen(100_000), points: points(100) })
  const account = paid(joined(program), '2026-03-01', 5_000, program)
  expect(routesTo(program.tiers[1] as Tier, account, day('2026-03-01'))).toEqual([
    { route: 'points', asked: 100, missing: 50, progressBp: 5_000 },
    { route: 'spend', asked: 100_000, missing: 95_000, progressBp: 500 },
  ])
})

test.each([
  [10_000, 9_999, 9_999],
  [9_000, 9_999, 8_999],
  [9_500, 10_001, 9_500],
  [8_500, 1, 0],
])('C-51: at %i basis points %i fen are %i, rounded down', (payBp, listed, paidFen) => {
  expect(payAt(fen(listed), { ...gold, payBp })).toBe(paidFen)
})

test('C-51, EARN-23: the desk takes the discount off what is typed, points come of what is paid; a till has done it', () => {
  const program = { ...programWith({ spend: fen(1) }, { payBp: 9_000 }), discountAt: 'desk' as const }
  const account = paid(joined(program), '2026-03-01', 100, program)
  const at = (atDesk: boolean, rules: Program) =>
    settleBill(account, { ...bill('2026-03-02', 10_000), atDesk }, guest, rules).settled
  expect(at(true, program)).toMatchObject({
    amount: 9_000,
    earned: 108,
    discount: { payBp: 9_000, listed: 10_000 },
  })
  expect(at(false, program)).toMatchObject({ amount: 10_000, earned: 120 })
  expect(at(true, { ...program, discountAt: 'till' })).toMatchObject({ amount: 10_000, earned: 120 })
})

test.each([
  ['2026-04-30', 0],
  ['2026-05-01', 1],
  ['2026-05-31', 1],
  ['2026-06-01', 0],
])('BDAY-04: a bill on %s of who was born in May brings %i gift of his tier, once a year', (on, gifts) => {
  const program = programWith({ spend: fen(1) }, { birthdayGift: points(66) })
  const account = paid(joined(program), '2026-03-01', 100, program)
  const born = { ...guest, birthday: '05-20' }
  const first = settleBill(account, bill(on, 100), born, program)
  const granted = (entries: readonly { type: string }[]) =>
    entries.filter(({ type }) => type === 'PointsGranted')
  expect(granted(first.entries)).toHaveLength(gifts)
  const after = postAll(account, first.entries)
  expect(granted(settleBill(after, bill(on, 100), born, program).entries)).toEqual([])
})
