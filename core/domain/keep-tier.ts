import type { BusinessDay, Entry, Fen, KeepPeriod, Program, Tier, TierKeep } from '../contract'
import type { Account } from './account'
import { fen } from './amounts'
import { addDays, addMonths, nextQuarter } from './calendar'
import { changed } from './tier-changed'

const QUARTER = 3

/**
 * The time in which he must spend enough (保级期), if the programme asks for it: through the first whole quarter
 * from a day on, or so many days. Gold on 20 February is judged on 1 July, for all that was spent
 * from 21 February on. DOWN-02.
 */
export function keepPeriod(from: BusinessDay, { keep }: Program): KeepPeriod | null {
  if (keep === null) return null
  return { from, until: lastDay(from, keep.period) }
}

type Period = TierKeep['period']

function lastDay(from: BusinessDay, period: Period): BusinessDay {
  if (period.kind === 'days') return addDays(from, period.days - 1)
  const begins = nextQuarter(addDays(from, -1))
  return addDays(addMonths(begins, QUARTER), -1)
}

/** The last day when the review is put off by one period. */
export const putOff = (until: BusinessDay, period: Period): BusinessDay => lastDay(addDays(until, 1), period)

/**
 * The day from which the programme asks something for a tier he had before it did: its first, or the day after he got
 * the tier. Null where it asks nothing, or has asked already.
 */
export function keepBegins(account: Account, tier: Tier, program: Program): BusinessDay | null {
  const { validFrom, tiers } = program
  const { tierSince } = account
  if (account.tier === null || account.keep !== null || program.keep === null || tier === tiers[0])
    return null
  return tierSince !== null && tierSince >= validFrom ? addDays(tierSince, 1) : validFrom
}

/** Where the restaurant begins to ask something for tiers, those who have one are asked from that day on. */
export function beginKeep(account: Account, tier: Tier, today: BusinessDay, program: Program): Entry[] {
  const from = keepBegins(account, tier, program)
  const keep = from && keepPeriod(from, program)
  if (from === null || keep === null || from > today) return []
  return [{ type: 'KeepBegan', on: from, tier: tier.id, tierName: tier.name, keep, program: program.version }]
}

/**
 * What comes of a period that is over, on the day after it: enough was spent and the tier stays; nothing,
 * and it is one lower; too little, and he is warned and has one more period, unless the programme says
 * otherwise. Never more than one at a time. Of who is barred nothing is asked. DOWN-01, C-27.
 */
export function reviewTier(account: Account, tier: Tier, on: BusinessDay, program: Program): Entry {
  const { keep, tiers, version } = program
  const spent = spentToKeep(account)
  const warned = account.keep?.warned ?? false
  const below = tiers[tiers.indexOf(tier) - 1]
  const common = { on, spent, program: version }
  const stays = { type: 'TierReviewed', tier: tier.id, tierName: tier.name, ...common } as const
  if (keep === null || below === undefined) return { ...stays, outcome: 'kept', minSpend: null, keep: null }
  if (account.barred !== undefined)
    return { ...stays, outcome: 'kept', minSpend: null, keep: keepPeriod(on, program) }

  const { minSpend } = keep
  const outcome = outcomeOf(spent, warned, keep)
  if (outcome !== 'lost') return { ...stays, outcome, minSpend, keep: keepPeriod(on, program) }
  const next = below === tiers[0] ? null : keepPeriod(on, program)
  return changed('notKept', tier, below, on, program, { spent, minSpend, keep: next })
}

/** Spent in the period, less what was taken back; nothing where more was taken back than counted in it. */
export const spentToKeep = ({ keep }: Account): Fen => fen(keep !== null && keep.spend > 0 ? keep.spend : 0)

function outcomeOf(spent: number, warned: boolean, { minSpend, tooLittle }: TierKeep) {
  if (spent >= minSpend) return 'kept'
  if (spent === 0 || tooLittle === 'lose') return 'lost'
  if (tooLittle === 'keep') return 'kept'
  return warned ? 'lost' : 'warned'
}
