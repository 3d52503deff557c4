import type { BranchId, BusinessDay, Program, RewardId } from '../../core/contract'
import { fen, points } from '../../core/domain/amounts'
import type { Chance } from './chance'

type Earn = Program['earn']
type Campaign = Earn['campaigns'][number]

const DAY_MS = 24 * 3_600_000

/** What bills earn in a house of one seed: any of the rules, going together in any way. */
export function drawEarning(chance: Chance, beginsAt: number): Earn {
  const perhaps = <T>(value: T): T | null => (chance.happens(0.4) ? value : null)
  const campaigns = CAMPAIGNS.filter(() => chance.happens(0.4)).map((make) => make(chance, beginsAt))
  return {
    pointsPerYuan: 1,
    registration: points(60),
    profile: points(chance.pick([0, 7])),
    firstOrder: { mode: 'flat', points: points(20) },
    birthday: { window: 'month', bp: 20_000 },
    nthOfMonth: perhaps({ orders: [1, 3], bp: 15_000 }),
    newMember: perhaps({ days: 1 + chance.below(3), bp: 12_500 }),
    thresholds: chance.happens(0.5) ? [{ amount: fen(5_000), points: points(5) }] : [],
    jubilees: chance.happens(0.5) ? [2, 3].map((bill) => ({ bill, points: points(4 + bill) })) : [],
    campaigns,
    stacking: {
      combine: chance.pick(['multiply', 'multiply', 'max', 'add']),
      multiplyAdditions: chance.happens(0.25),
      mostBp: chance.pick([null, 20_000, 40_000]),
    },
  }
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10) as BusinessDay

/** From before anybody joined, or from after his first anniversary. */
export function drawAnniversary(chance: Chance, beginsAt: number): Program['anniversary'] {
  if (chance.happens(0.3)) return null
  return { points: points(6), from: dayOf(beginsAt + chance.pick([0, 0, 400]) * DAY_MS) }
}

const campaign = (id: string, beginsAt: number, over: Partial<Campaign>): Campaign => ({
  id,
  name: id,
  from: dayOf(beginsAt - DAY_MS),
  to: dayOf(beginsAt + DAY_MS),
  days: { kind: 'every' },
  branches: null,
  tiers: null,
  atLeast: fen(0),
  effect: { kind: 'multiplier', bp: 20_000 },
  ...over,
})

const CAMPAIGNS: ((chance: Chance, beginsAt: number) => Campaign)[] = [
  (_chance, beginsAt) => campaign('everywhere', beginsAt, {}),
  (_chance, beginsAt) => campaign('one-branch', beginsAt, { branches: ['xuhui' as BranchId] }),
  (chance, beginsAt) =>
    campaign('weekday', beginsAt, {
      days: { kind: 'weekdays', weekdays: [1 + chance.below(7), 7] },
      effect: { kind: 'addition', points: points(9) },
    }),
  (chance, beginsAt) =>
    campaign('large-bills', beginsAt, { atLeast: fen(3_000 + chance.below(5_000)), tiers: ['silver'] }),
  (chance, beginsAt) =>
    campaign('cheap', beginsAt, {
      to: dayOf(beginsAt + chance.below(3) * DAY_MS),
      effect: { kind: 'exchange', bp: chance.pick([1, 3_333, 5_000, 8_000]), rewards: null },
    }),
  (chance, beginsAt) =>
    campaign('cheap-cake', beginsAt, {
      days: { kind: 'weekdays', weekdays: [1 + chance.below(7), 1 + chance.below(7)] },
      to: dayOf(beginsAt + 30 * DAY_MS),
      tiers: chance.pick([null, ['silver'], ['gold', 'diamond']]),
      effect: { kind: 'exchange', bp: 4_100, rewards: ['cake', 'feast'] as RewardId[] },
    }),
]
