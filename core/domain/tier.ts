import type { BusinessDay, Entry, Program, Tier } from '../contract'
import { type Account, post } from './account'
import { addDays } from './calendar'
import { grant } from './grant'
import { keepPeriod } from './keep-tier'
import { assert } from './result'
import { changed } from './tier-changed'
import { monthsOn } from './tier-progress'

/** How far he has come on each route to a tier, on a day. */
export const growthOn = ({ growth }: Account, day: BusinessDay) => ({
  spend: growth.spend,
  points: growth.points,
  yearPoints: monthsOn(growth, day).reduce((sum, { points }) => sum + points, 0),
  load: growth.load,
})
type GrowthOn = ReturnType<typeof growthOn>

/** One route is enough. C-25. */
const isReached = ({ reach }: Tier, growth: GrowthOn): boolean =>
  ROUTES.some((route) => {
    const asked = reach[route]
    return asked !== null && asked <= growth[route]
  })

export const ROUTES = ['spend', 'points', 'yearPoints', 'load'] as const

/** Everybody's, from joining on. LVL-04. */
export function firstTier({ tiers }: Program): Tier {
  const [first] = tiers
  assert(first !== undefined, 'a programme has a tier')
  return first
}

/** The highest tier that what he did reaches. */
const tierReached = (account: Account, day: BusinessDay, program: Program): Tier =>
  program.tiers.findLast((tier) => isReached(tier, growthOn(account, day))) ?? firstTier(program)

/** The day of his latest points: where a programme forgot his tier, the year is counted back from there. */
const latestDay = ({ growth }: Account) => `${growth.months.at(-1)?.month ?? '2000-01'}-01` as BusinessDay

/** The tier he earned; one that the programme no longer knows counts as what he reaches. */
export const earnedTier = (account: Account, program: Program): Tier =>
  program.tiers.find(({ id }) => id === account.tier) ?? tierReached(account, latestDay(account), program)

/** The tier he has: the one he earned, or a higher one that he bought. C-21. */
export function tierOf(account: Account, program: Program): Tier {
  const earned = earnedTier(account, program)
  const bought = program.tiers.find(({ id }) => id === account.bought?.tier)
  return bought !== undefined && isAbove(bought, earned, program) ? bought : earned
}

export const isAbove = (one: Tier, other: Tier, { tiers }: Program): boolean =>
  tiers.indexOf(one) > tiers.indexOf(other)

/** The tier after his, if there is one. */
export const tierAfter = (tier: Tier, program: Program): Tier | null =>
  program.tiers[program.tiers.indexOf(tier) + 1] ?? null

/**
 * Straight to the highest tier reached, however many lie between, with the gift of each that he reaches
 * for the first time: what he gets does not depend on how many bills took him there. He must keep it from the day after
 * he is told on, which for a bill told late is not the day it was paid. C-26, LVL-11, DOWN-02.
 */
export function upgrade(account: Account, on: BusinessDay, program: Program, told = on): Entry[] {
  const has = earnedTier(account, program)
  const reached = tierReached(account, on, program)
  if (!isAbove(reached, has, program)) return []
  const { tiers } = program
  const climbed = tiers.slice(tiers.indexOf(has) + 1, tiers.indexOf(reached) + 1)
  const ids = climbed.map(({ id }) => id)
  const keep = keepPeriod(addDays(told > on ? told : on, 1), program)
  const change = changed('reached', has, reached, on, program, { climbed: ids, keep })
  const fresh = climbed.filter(({ id }) => !account.reached.includes(id))
  return [change, ...gifts(post(account, change), fresh, on, program)]
}

function gifts(account: Account, tiers: readonly Tier[], on: BusinessDay, program: Program): Entry[] {
  const entries: Entry[] = []
  let running = account
  for (const { name, gift } of tiers) {
    const given =
      gift === null
        ? []
        : grant(running, { source: 'tierGift', about: name, points: gift.points }, on, program)
    running = given.reduce(post, running)
    entries.push(...given)
  }
  return entries
}

/**
 * What a reversal does to his tier: one that only the reversed spend had reached goes with it. One he
 * has above what his spend had reached he has for another reason, and keeps. I12.
 */
export function descend(before: Account, after: Account, on: BusinessDay, program: Program): Entry[] {
  const has = earnedTier(before, program)
  const reached = tierReached(before, on, program)
  const reaches = tierReached(after, on, program)
  if (isAbove(has, reached, program) || !isAbove(has, reaches, program)) return []
  const keep = reaches === firstTier(program) ? null : keepPeriod(addDays(on, 1), program)
  return [changed('takenBack', has, reaches, on, program, { keep })]
}
