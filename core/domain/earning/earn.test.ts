import type { BusinessDay, Program, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { earn } from './earn'

const tier = (multiplierBp: number): Tier => ({
  id: 'x',
  name: '某卡',
  qualifyingSpend: fen(0),
  multiplierBp,
})

const on = (over: Partial<Parameters<typeof earn>[0]>) => ({
  amount: fen(20_000),
  day: '2026-11-21' as BusinessDay,
  tier: tier(10_000),
  birthday: null,
  billsBefore: 1,
  ...over,
})

const withFirstOrder = (firstOrder: Program['earn']['firstOrder']): Program => ({
  ...recommended,
  earn: { ...recommended.earn, firstOrder },
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
    { rule: 'birthdayMonth', bp: 20_000, points: 400 },
    { rule: 'firstOrderBonus', bonus: 100, points: 500 },
  ])
})

test('C-02: as a multiplier, the first order of 100 yuan earns 200', () => {
  const program = withFirstOrder({ mode: 'multiplier', bp: 20_000 })
  expect(earn(on({ amount: fen(10_000), billsBefore: 0 }), program).earned).toBe(200)
  expect(earn(on({ amount: fen(10_000), billsBefore: 1 }), program).earned).toBe(100)
})

test('C-07: a bonus is added after the multipliers, so that it is not multiplied', () => {
  const program = withFirstOrder({ mode: 'flat', points: points(100) })
  const occasion = on({ birthday: '11-02', billsBefore: 0, tier: tier(15_000) })
  expect(earn(occasion, program).earned).toBe(200 * 1.5 * 2 + 100)
})

test('fractions are kept between the steps: 0.99 yuan × 1.2 × 2 are 2.376 points, not 0 or 2 × 1', () => {
  const occasion = on({ amount: fen(99), birthday: '11-02', tier: tier(12_000) })
  expect(earn(occasion, recommended).earned).toBe(2)
})
