import type { BusinessDay, Tier } from '../contract'
import { type Account, openAccount, postAll } from './account'
import { FULL_BP, fen, points } from './amounts'
import { join } from './join'
import { tierLadder } from './lint/tiers'
import { presets } from './presets'
import { noRoute } from './presets/no-route'
import { recommended as program } from './presets/recommended'
import { settleBill } from './settle-bill'
import { goals, tierStanding } from './standing'
import { descend, earnedTier, tierOf, upgrade } from './tier'

const today = '2026-11-21' as BusinessDay
const GUEST = { birthday: null, joinedOn: '2026-01-01' as BusinessDay }
const member = (spend: number): Account => {
  const account = postAll(openAccount(), [join(today, program)])
  return { ...account, growth: { ...account.growth, spend: fen(spend) } }
}
const bill = (amount: number) => ({
  id: 'b',
  branch: { id: 'a' as never, name: '店' },
  amount: fen(amount),
  day: today,
})

test.each`
  before    | amount     | tier
  ${0}      | ${99_999}  | ${'silver'}
  ${0}      | ${100_000} | ${'gold'}
  ${99_999} | ${1}       | ${'gold'}
  ${0}      | ${499_999} | ${'gold'}
  ${0}      | ${500_000} | ${'diamond'}
`(
  'C-26: $amount fen on top of $before make $tier, however many tiers lie between',
  ({ before, amount, tier }) => {
    const account = member(before)
    expect(postAll(account, settleBill(account, bill(amount), GUEST, program).entries).tier).toBe(tier)
  },
)

test('the bill that lifts him is the last one at the old tier', () => {
  const first = settleBill({ ...member(0), bills: 1 }, bill(100_000), GUEST, program)
  expect(first.settled.earned).toBe(1000)
  const gold = postAll({ ...member(0), bills: 1 }, first.entries)
  expect(settleBill(gold, bill(10_000), GUEST, program).settled.earned).toBe(120)
})

test('C-24: burning points lowers no tier, and nothing is posted where nothing changes', () => {
  expect(upgrade({ ...member(500_000), tier: 'diamond', lots: [] }, today, program)).toEqual([])
  expect(upgrade({ ...member(0), tier: 'gold' }, today, program)).toEqual([])
})

test.each`
  spend     | tier        | missing    | progressBp
  ${0}      | ${'silver'} | ${100_000} | ${0}
  ${50_000} | ${'silver'} | ${50_000}  | ${5_000}
  ${99_999} | ${'silver'} | ${1}       | ${9_999}
`('LVL-12: at $spend fen $missing are missing', ({ spend, missing, progressBp }) => {
  expect(tierStanding(member(spend), today, program).next).toMatchObject({
    name: '金卡会员',
    missing,
    progressBp,
  })
})

test('the highest tier has nothing after it', () => {
  expect(tierStanding({ ...member(500_000), tier: 'diamond' }, today, program).next).toBeNull()
})

test('MALL-07: the goal is the cheapest reward out of reach, the best the dearest within it', () => {
  const at = (left: number) =>
    goals(
      { ...member(0), lots: left === 0 ? [] : [{ expiresOn: today, left: left as never }] },
      today,
      program,
    )
  expect(at(0)).toMatchObject({ goal: { id: 'side-dish', missing: 50 }, best: null, affordable: 0 })
  expect(at(49).goal).toMatchObject({ id: 'side-dish', missing: 1, progressBp: 9800 })
  expect(at(50)).toMatchObject({
    goal: { id: 'drink', missing: 50 },
    best: { id: 'side-dish' },
    affordable: 1,
  })
  expect(at(9999)).toMatchObject({ goal: null, best: { id: 'feast', progressBp: FULL_BP }, affordable: 7 })
})

test.each(Object.entries(presets))('preset %s has a ladder that stands', (_name, preset) => {
  expect(tierLadder(preset)).toEqual([])
})

test('a programme without a tier is a mistake, and says so', () => {
  expect(() => join(today, { ...program, tiers: [] })).toThrow('a programme has a tier')
})

test('C-01: a new member can have the first reward at once', () => {
  const cheapest = Math.min(...program.rewards.map((reward) => reward.points))
  expect(program.earn.registration).toBeGreaterThanOrEqual(cheapest)
})

test.each([
  ['silver', 499_999, ['gold'], [100]],
  ['silver', 500_000, ['gold', 'diamond'], [100, 300]],
  ['gold', 500_000, ['diamond'], [300]],
])(
  'C-26, LVL-11: from %s with %i fen he climbs %j, is given %j, and keeps it from tomorrow on',
  (tier, spend, climbed, gifts) => {
    const [change, ...given] = upgrade({ ...member(spend), tier, reached: ['silver', tier] }, today, program)
    expect(change).toEqual({
      type: 'TierChanged',
      on: today,
      why: 'reached',
      from: tier,
      fromName: program.tiers.find(({ id }) => id === tier)?.name,
      to: climbed.at(-1),
      toName: program.tiers.find(({ id }) => id === climbed.at(-1))?.name,
      climbed,
      keep: { from: '2026-11-22', until: '2027-03-31' },
      until: null,
      spent: null,
      minSpend: null,
      program: program.version,
    })
    expect(given.map((entry) => 'earned' in entry && entry.earned)).toEqual(gifts)
  },
)

test.each([
  ['gold', 100_000, 99_999, 'gold to silver', null],
  ['gold', 100_000, 100_000, null, null],
  ['gold', 99_999, 0, null, null],
  ['diamond', 500_000, 499_999, 'diamond to gold', '2027-03-31'],
  ['diamond', 500_000, 99_999, 'diamond to silver', null],
  ['gold', 500_000, 499_999, null, null],
  ['silver', 100_000, 0, null, null],
])(
  'I12: %s with %i fen, of which a reversal leaves %i: %s, to be kept until %s',
  (tier, before, after, told, until) => {
    const entries = descend({ ...member(before), tier }, { ...member(after), tier }, today, program)
    expect(entries.map((entry) => entry.type === 'TierChanged' && `${entry.from} to ${entry.to}`)).toEqual(
      told === null ? [] : [told],
    )
    if (told === null) return
    const keep = until && { from: '2026-11-22', until }
    expect(entries).toMatchObject([{ why: 'takenBack', on: today, climbed: [], keep }])
  },
)

const boughtOf = (tier: string) => ({ bought: { tier, until: today } })
test.each([
  ['gold', 'diamond', 'diamond'],
  ['gold', 'silver', 'gold'],
  ['gold', 'gold', 'gold'],
  ['gold', 'gone', 'gold'],
])('C-21: with %s earned and %s bought he has %s', (tier, bought, has) => {
  expect(tierOf({ ...member(0), tier, ...boughtOf(bought) }, program).id).toBe(has)
})

test('a tier that the programme forgot counts as what his spend reaches, or his points of the year to the latest of them', () => {
  const forgotten = (growth: Partial<Account['growth']>): Account => ({
    ...member(0),
    tier: 'gone',
    growth: { ...openAccount().growth, ...growth },
  })
  expect(earnedTier(forgotten({ spend: 500_000 }), program).id).toBe('diamond')
  expect(earnedTier(forgotten({ spend: 99_999 }), program).id).toBe('silver')
  const [silver, gold] = program.tiers as [Tier, Tier]
  const yearly = { ...program, tiers: [silver, { ...gold, reach: { ...noRoute, yearPoints: points(10) } }] }
  const months = [
    { month: '2020-01', points: 4 },
    { month: '2021-01', points: 6 },
  ]
  expect(earnedTier(forgotten({ months }), yearly).id).toBe('gold')
  expect(earnedTier(forgotten({ months: months.slice(1) }), yearly).id).toBe('silver')
})
