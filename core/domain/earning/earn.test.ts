import fc from 'fast-check'
import type { BranchId, BusinessDay, Campaign, Earn, Program, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { earn } from './earn'
import type { Occasion } from './rule'
import { takeSteps } from './take-steps'

const tier = (multiplierBp: number): Tier => ({
  ...(recommended.tiers[0] as Tier),
  id: 'x',
  name: '某卡',
  multiplierBp,
})

const day = (text: string) => text as BusinessDay

const on = (over: Partial<Occasion>): Occasion => ({
  amount: fen(20_000),
  branch: 'jingan' as BranchId,
  day: day('2026-11-21'),
  tier: tier(10_000),
  birthday: null,
  joinedOn: day('2025-01-01'),
  billsBefore: 1,
  jubileesHad: [],
  nthOfMonth: 2,
  ...over,
})

const programWith = (earn: Partial<Earn>): Program => ({
  ...recommended,
  earn: { ...recommended.earn, ...earn },
})

const campaign = (over: Partial<Campaign>): Campaign => ({
  id: 'autumn',
  name: '秋日加倍',
  from: day('2026-11-01'),
  to: day('2026-11-30'),
  days: { kind: 'every' },
  branches: null,
  tiers: null,
  atLeast: fen(0),
  effect: { kind: 'multiplier', bp: 20_000 },
  ...over,
})

test.each`
  amount    | bp        | earned
  ${0}      | ${10_000} | ${0}
  ${99}     | ${10_000} | ${0}
  ${100}    | ${10_000} | ${1}
  ${199}    | ${10_000} | ${1}
  ${200}    | ${10_000} | ${2}
  ${20_000} | ${12_000} | ${240}
  ${20_050} | ${15_000} | ${300}
  ${99}     | ${12_000} | ${1}
  ${83}     | ${12_000} | ${0}
  ${84}     | ${12_000} | ${1}
  ${2e7}    | ${15_000} | ${300_000}
`('EARN-01, EARN-09: $amount fen at ×$bp/10000 earn $earned, rounded down once', ({ amount, bp, earned }) => {
  expect(earn(on({ amount: fen(amount), tier: tier(bp) }), recommended).earned).toBe(earned)
})

test.each`
  birthday   | day             | earned
  ${'11-30'} | ${'2026-11-01'} | ${400}
  ${'11-30'} | ${'2026-11-30'} | ${400}
  ${'11-30'} | ${'2026-10-31'} | ${200}
  ${'11-30'} | ${'2026-12-01'} | ${200}
  ${'02-29'} | ${'2027-02-01'} | ${400}
  ${null}    | ${'2026-11-30'} | ${200}
`('EARN-05: born on $birthday, 200 yuan on $day earn $earned', ({ birthday, day, earned }) => {
  expect(earn(on({ birthday, day }), recommended).earned).toBe(earned)
})

test('EARN-08: 200 yuan in the month of birth as the first order are 200 × 2 + 100 = 500, each step shown', () => {
  const { earned, steps } = earn(on({ birthday: '11-02', billsBefore: 0 }), recommended)
  expect(earned).toBe(500)
  expect(steps).toEqual([
    { rule: 'base', amount: 20_000, pointsPerYuan: 1, points: 200 },
    { rule: 'birthday', window: 'month', bp: 20_000, points: 400 },
    { rule: 'firstOrderBonus', bonus: 100, points: 500 },
  ])
})

test.each`
  rate | amount    | earned
  ${0} | ${20_000} | ${0}
  ${1} | ${20_000} | ${200}
  ${2} | ${20_000} | ${400}
  ${3} | ${33}     | ${0}
  ${3} | ${34}     | ${1}
`('EARN-02: at $rate points a yuan $amount fen earn $earned', ({ rate, amount, earned }) => {
  const program = { ...recommended, earn: { ...recommended.earn, pointsPerYuan: rate } }
  expect(earn(on({ amount: fen(amount) }), program).earned).toBe(earned)
})

test('a programme without birthdays multiplies in no month', () => {
  const program = { ...recommended, earn: { ...recommended.earn, birthday: null } }
  const { earned, steps } = earn(on({ birthday: '11-02' }), program)
  expect([earned, steps.map(({ rule }) => rule)]).toEqual([200, ['base']])
})

test('UX-06: 100 yuan of a gold member’s first order are 100 × 1.2 × 2 = 240, each step shown with its rate', () => {
  const firstOrder = { mode: 'multiplier', bp: 20_000 } as const
  const program = { ...recommended, earn: { ...recommended.earn, firstOrder } }
  const occasion = on({ amount: fen(10_000), tier: tier(12_000), billsBefore: 0 })
  expect(earn(occasion, program).steps).toEqual([
    { rule: 'base', amount: 10_000, pointsPerYuan: 1, points: 100 },
    { rule: 'tier', tier: '某卡', bp: 12_000, points: 120 },
    { rule: 'firstOrderMultiplier', bp: 20_000, points: 240 },
  ])
})

test('C-02: as a multiplier, the first order of 100 yuan earns 200', () => {
  const program = programWith({ firstOrder: { mode: 'multiplier', bp: 20_000 } })
  expect(earn(on({ amount: fen(10_000), billsBefore: 0 }), program).earned).toBe(200)
  expect(earn(on({ amount: fen(10_000), billsBefore: 1 }), program).earned).toBe(100)
})

test('C-07: a bonus is added after the multipliers, so that it is not multiplied', () => {
  const program = programWith({ firstOrder: { mode: 'flat', points: points(100) } })
  const occasion = on({ birthday: '11-02', billsBefore: 0, tier: tier(15_000) })
  expect(earn(occasion, program).earned).toBe(200 * 1.5 * 2 + 100)
})

test('fractions are kept between the steps: 0.99 yuan × 1.2 × 2 are 2.376 points, not 0 or 2 × 1', () => {
  const occasion = on({ amount: fen(99), birthday: '11-02', tier: tier(12_000) })
  expect(earn(occasion, recommended).earned).toBe(2)
})

test('a bill of nothing earns nothing, not even the bonus of a first order', () => {
  const steps = [{ rule: 'base', amount: 0, pointsPerYuan: 1, points: 0 }]
  expect(earn(on({ amount: fen(0), billsBefore: 0 }), recommended)).toEqual({ earned: 0, steps })
})

test.each`
  amount    | billsBefore | earned
  ${9_999}  | ${0}        | ${99}
  ${10_000} | ${0}        | ${300}
  ${10_000} | ${1}        | ${100}
`('C-02: with 200 points from 100 yuan on, bill $billsBefore of $amount fen earns $earned', (row) => {
  const program = programWith({ firstOrder: { mode: 'threshold', amount: fen(10_000), points: points(200) } })
  expect(earn(on({ amount: fen(row.amount), billsBefore: row.billsBefore }), program).earned).toBe(row.earned)
})

test.each`
  birthday   | on              | earned
  ${'11-21'} | ${'2026-11-21'} | ${400}
  ${'11-21'} | ${'2026-11-20'} | ${200}
  ${'11-21'} | ${'2026-11-22'} | ${200}
  ${'02-29'} | ${'2028-02-29'} | ${400}
  ${'02-29'} | ${'2028-02-28'} | ${200}
  ${'02-29'} | ${'2027-02-28'} | ${400}
  ${'02-29'} | ${'2027-03-01'} | ${200}
  ${null}    | ${'2026-11-21'} | ${200}
`('C-19, C-52: where the day counts, born on $birthday, 200 yuan on $on earn $earned', (row) => {
  const program = programWith({ birthday: { window: 'day', bp: 20_000 } })
  expect(earn(on({ birthday: row.birthday, day: row.on }), program).earned).toBe(row.earned)
})

test.each`
  nth     | earned
  ${1}    | ${300}
  ${2}    | ${200}
  ${3}    | ${300}
  ${5}    | ${300}
  ${6}    | ${200}
  ${null} | ${200}
`(
  'EARN-17: bill $nth of the month earns $earned where the 1st, 3rd and 5th count ×1.5',
  ({ nth, earned }) => {
    const program = programWith({ nthOfMonth: { orders: [1, 3, 5], bp: 15_000 } })
    expect(earn(on({ nthOfMonth: nth }), program).earned).toBe(earned)
  },
)

test.each`
  joinedOn        | earned
  ${'2026-11-21'} | ${400}
  ${'2026-11-15'} | ${400}
  ${'2026-11-14'} | ${200}
`('EARN-25: joined on $joinedOn, double for 7 days, 200 yuan on 2026-11-21 earn $earned', (row) => {
  const program = programWith({ newMember: { days: 7, bp: 20_000 } })
  expect(earn(on({ joinedOn: row.joinedOn }), program).earned).toBe(row.earned)
})

test.each`
  amount    | earned
  ${14_999} | ${149}
  ${15_000} | ${180}
  ${19_999} | ${229}
  ${20_000} | ${250}
  ${99_900} | ${1049}
`('EARN-15, EARN-16: with 150 → 30 and 200 → 50, $amount fen earn $earned', ({ amount, earned }) => {
  const thresholds = [
    { amount: fen(15_000), points: points(30) },
    { amount: fen(20_000), points: points(50) },
  ]
  const turned = [...thresholds].reverse()
  expect(earn(on({ amount: fen(amount) }), programWith({ thresholds: turned })).earned).toBe(earned)
  expect(earn(on({ amount: fen(amount) }), programWith({ thresholds })).earned).toBe(earned)
})

test.each`
  over                                                   | occasion                      | earned
  ${{}}                                                  | ${{ day: day('2026-10-31') }} | ${200}
  ${{}}                                                  | ${{ day: day('2026-11-01') }} | ${400}
  ${{}}                                                  | ${{ day: day('2026-11-30') }} | ${400}
  ${{}}                                                  | ${{ day: day('2026-12-01') }} | ${200}
  ${{ branches: ['xuhui'] }}                             | ${{}}                         | ${200}
  ${{ branches: ['xuhui', 'jingan'] }}                   | ${{}}                         | ${400}
  ${{ tiers: ['gold'] }}                                 | ${{}}                         | ${200}
  ${{ tiers: ['x'] }}                                    | ${{}}                         | ${400}
  ${{ atLeast: fen(20_001) }}                            | ${{}}                         | ${200}
  ${{ atLeast: fen(20_000) }}                            | ${{}}                         | ${400}
  ${{ days: { kind: 'weekdays', weekdays: [1, 5] } }}    | ${{}}                         | ${200}
  ${{ days: { kind: 'weekdays', weekdays: [6] } }}       | ${{}}                         | ${400}
  ${{ days: { kind: 'weekdays', weekdays: [7] } }}       | ${{ day: day('2026-11-22') }} | ${400}
  ${{ days: { kind: 'monthDays', days: [18] } }}         | ${{}}                         | ${200}
  ${{ days: { kind: 'monthDays', days: [18] } }}         | ${{ day: day('2026-11-18') }} | ${400}
  ${{ effect: { kind: 'addition', points: points(8) } }} | ${{}}                         | ${208}
`('CAMP-01, CAMP-03: a campaign with $over, a bill with $occasion: $earned', ({ over, occasion, earned }) => {
  expect(earn(on(occasion), programWith({ campaigns: [campaign(over)] })).earned).toBe(earned)
})

const LADDER = {
  birthday: { window: 'month' as const, bp: 20_000 },
  firstOrder: null,
  campaigns: [campaign({ effect: { kind: 'multiplier', bp: 15_000 } })],
}

test.each`
  combine       | mostBp    | earned | last
  ${'multiply'} | ${null}   | ${720} | ${'campaignMultiplier'}
  ${'multiply'} | ${36_000} | ${720} | ${'campaignMultiplier'}
  ${'multiply'} | ${35_999} | ${719} | ${'combined'}
  ${'max'}      | ${null}   | ${400} | ${'combined'}
  ${'max'}      | ${20_000} | ${400} | ${'combined'}
  ${'max'}      | ${19_999} | ${399} | ${'combined'}
  ${'add'}      | ${null}   | ${540} | ${'combined'}
  ${'add'}      | ${27_000} | ${540} | ${'combined'}
  ${'add'}      | ${26_999} | ${539} | ${'combined'}
`('C-07: ×1.2, ×2 and ×1.5 together by $combine, at most $mostBp: $earned', (row) => {
  const { combine, mostBp } = row
  const stacking = { combine, mostBp, multiplyAdditions: false }
  const { earned, steps } = earn(
    on({ tier: tier(12_000), birthday: '11-02' }),
    programWith({ ...LADDER, stacking }),
  )
  expect([earned, steps.at(-1)?.rule]).toEqual([row.earned, row.last])
})

test('however many multipliers come together, a bill is multiplied by 100 at most', () => {
  const campaigns = Array.from({ length: 9 }, (_, i) =>
    campaign({ id: `c${i}`, effect: { kind: 'multiplier', bp: 1_000_000 } }),
  )
  const stacking = { combine: 'multiply' as const, mostBp: null, multiplyAdditions: false }
  expect(earn(on({}), programWith({ campaigns, stacking })).earned).toBe(20_000)
})

test('C-07: one multiplier alone is itself, however several would go together', () => {
  const stacking = { combine: 'max' as const, mostBp: null, multiplyAdditions: false }
  const { steps } = earn(on({ tier: tier(12_000) }), programWith({ stacking }))
  expect(steps.map(({ rule }) => rule)).toEqual(['base', 'tier'])
})

test('EARN-27, C-07: where additions are multiplied, the campaign doubles the bonus as well: (200 + 100) × 2', () => {
  const stacking = { combine: 'multiply' as const, mostBp: null, multiplyAdditions: true }
  const program = programWith({ campaigns: [campaign({})], stacking })
  expect(earn(on({ billsBefore: 0 }), program).earned).toBe(600)
})

const earnRules = fc.record<Partial<Earn>>({
  firstOrder: fc.constantFrom(
    null,
    { mode: 'flat', points: points(100) },
    { mode: 'multiplier', bp: 20_000 },
  ),
  birthday: fc.constantFrom(null, { window: 'month', bp: 20_000 }),
  nthOfMonth: fc.constantFrom(null, { orders: [1, 3], bp: 15_000 }),
  newMember: fc.constantFrom(null, { days: 7, bp: 11_000 }),
  thresholds: fc.constantFrom([], [{ amount: fen(20_000), points: points(50) }]),
  campaigns: fc.subarray([
    campaign({}),
    campaign({ id: 'b', effect: { kind: 'multiplier', bp: 13_333 } }),
    campaign({ id: 'c', effect: { kind: 'addition', points: points(7) } }),
  ]),
  stacking: fc.record({
    combine: fc.constantFrom('multiply', 'max', 'add'),
    multiplyAdditions: fc.boolean(),
    mostBp: fc.constantFrom(null, 20_000, 10_000),
  }),
})

const occasions = fc.record<Partial<Occasion>>({
  amount: fc.nat(20_000_000).map(fen),
  tier: fc.constantFrom(tier(10_000), tier(12_000)),
  birthday: fc.constantFrom(null, '11-02'),
  joinedOn: fc.constantFrom(day('2026-11-20'), day('2020-01-01')),
  billsBefore: fc.constantFrom(0, 1),
  nthOfMonth: fc.constantFrom(null, 1, 2),
})

test('UX-06: every step says all it takes to work the points out again, whatever the programme says later', () => {
  fc.assert(
    fc.property(earnRules, occasions, (rules, over) => {
      const made = earn(on(over), programWith(rules))
      const kept = made.steps.map(({ points: _points, ...part }) => part)
      expect(takeSteps(kept)).toEqual(made)
    }),
  )
})

test('C-07: what multiplies comes to no more than the programme allows, within one point', () => {
  fc.assert(
    fc.property(earnRules, occasions, (rules, over) => {
      const stacking = { combine: 'multiply' as const, multiplyAdditions: false, mostBp: 20_000 }
      const occasion = on(over)
      const { steps } = earn(occasion, programWith({ ...rules, stacking }))
      const multiplied = steps.findLast((step) => !('bonus' in step))?.points ?? 0
      expect(multiplied).toBeLessThanOrEqual((occasion.amount / 100) * 2)
    }),
  )
})
