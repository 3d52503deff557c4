import type { BranchId, BusinessDay, Campaign, Program, Tier } from '../../contract'
import { fen } from '../amounts'
import { addDays } from '../calendar'
import { isOn } from '../earning/campaign'
import { isCampaignDay, isForTier } from '../earning/campaign-days'
import { earn } from '../earning/earn'
import { isExchange, priceOf } from '../price'
import { BUDGET, costPerPoint, HEALTHY } from './budget'
import type { Lint } from './remark'

/** A meal of 100 yuan, of a guest for whom nothing but his tier and the day is special. */
const MEAL = fen(10_000)
const LONG_AGO = -366
/** Every holiday and every day of a month comes within a year. */
const DAYS_AHEAD = 366
/** A special day may cost so many times what any day may. */
const MOST_TIMES = 2

/** A day on which several parts come together for a guest, and what a meal costs on it, as a share of it. */
interface DearDay {
  day: BusinessDay
  cost: number
  /** Where the last part stands. */
  at: number
}

/**
 * Double points, rewards at half and a dish at half on one day multiply: 1 point for a yuan that costs 5.25 % on any
 * day costs 21 % where it counts twice and buys twice. The dearest day of the year ahead is told, with its cost if all
 * of its points are burned at its prices. C-23.
 */
export const dayIsAffordable: Lint = (program, { today, branches }) => {
  const [, from = today] = [today, program.validFrom].sort()
  const days = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(from, i))
  const dear = daysOnce(days, program.earn.campaigns)
    .flatMap((day) => dearest(day, branches, program))
    .filter(({ cost }) => cost * HEALTHY > MOST_TIMES * BUDGET)
  const [first] = dear.sort((a, b) => b.cost - a.cost)
  if (first === undefined) return []
  const { day, cost, at } = first
  return [{ rule: 'DAY_DEAR', at: `earn.campaigns.${at}`, expected: day, found: Math.round(cost * 100) }]
}

/** One day for each set of campaigns that are on together, the first of them. */
function daysOnce(days: readonly BusinessDay[], campaigns: readonly Campaign[]): BusinessDay[] {
  const sets = new Map<string, BusinessDay>()
  for (const day of days) {
    const set = campaigns.filter((campaign) => isCampaignDay(campaign, day)).map(({ id }) => id)
    const name = set.join()
    if (!sets.has(name)) sets.set(name, day)
  }
  return [...sets.values()]
}

/** What the day costs with each guest for whom several parts are on, of any tier at any branch. */
const dearest = (day: BusinessDay, branches: readonly BranchId[], program: Program): DearDay[] =>
  program.tiers.flatMap((tier) =>
    branches.flatMap((branch) => {
      const parts = program.earn.campaigns.flatMap((campaign, at) =>
        isPart(campaign, day, tier, branch) ? [at] : [],
      )
      const at = parts.slice(1).at(-1)
      return at === undefined ? [] : [{ day, cost: costOf(day, tier, branch, program), at }]
    }),
  )

/** What makes rewards cheaper does so at every branch, whatever was paid. */
const isPart = (campaign: Campaign, day: BusinessDay, tier: Tier, branch: BranchId): boolean =>
  isExchange(campaign)
    ? isCampaignDay(campaign, day) && isForTier(campaign, tier.id)
    : isOn(campaign, { day, branch, tier, amount: MEAL })

function costOf(day: BusinessDay, tier: Tier, branch: BranchId, program: Program): number {
  const jubileesHad = program.earn.jubilees.map(({ bill }) => bill)
  const guest = { birthday: null, joinedOn: addDays(day, LONG_AGO), billsBefore: 1, nthOfMonth: null }
  const { earned } = earn({ amount: MEAL, branch, day, tier, ...guest, jubileesHad }, program)
  const priced = program.rewards.map((reward) => ({
    ...reward,
    points: priceOf(reward, program.earn.campaigns, day, tier.id).points,
  }))
  return (earned * costPerPoint({ rewards: priced })) / MEAL
}
