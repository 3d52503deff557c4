import type { BusinessDay, Campaign, Earn, Program, Reward, RewardId } from '../../contract'
import { points } from '../amounts'
import { memberDay } from '../presets/member-day'
import { recommended } from '../presets/recommended'
import type { Surroundings } from './remark'

// The recommended programme with one thing changed: what the tables of the rules beside this file begin with.

/** For rules that ask for no branch and for no programme before. */
export const anyDay: Surroundings = { today: recommended.validFrom, branches: [], before: null }

export const earning = (earn: Partial<Earn>): Program => ({
  ...recommended,
  earn: { ...recommended.earn, ...earn },
})

/** Member day for each, but for what is said. */
export const running = (...all: Partial<Campaign>[]): Program =>
  earning({ campaigns: all.map((over) => ({ ...memberDay, ...over })) })

/** What makes those rewards cheaper, or all of them where none is named. */
export const exchange = (bp: number, ...rewards: string[]): Pick<Campaign, 'effect'> => ({
  effect: { kind: 'exchange', bp, rewards: rewards.length === 0 ? null : (rewards as RewardId[]) },
})

/** The first reward for each, but for what is said. */
export const shelf = (...all: Partial<Reward>[]): Program => {
  const [dish] = recommended.rewards as [Reward]
  return { ...recommended, rewards: all.map((over) => ({ ...dish, ...over })) }
}

export const living = (months: number | null): Program => ({
  ...recommended,
  expiry: { ...recommended.expiry, months },
})

export const exempting = (graceDays: number, ...tiers: string[]): Program => ({
  ...recommended,
  expiry: { ...recommended.expiry, exempt: { tiers, graceDays } },
})

export const jubilees = (...all: [bill: number, given: number][]): Program =>
  earning({ jubilees: all.map(([bill, given]) => ({ bill, points: points(given) })) })

export const staying = (from: string, given = 88): Program => ({
  ...recommended,
  anniversary: { points: points(given), from: from as BusinessDay },
})
