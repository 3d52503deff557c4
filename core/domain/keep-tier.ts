import type { BusinessDay, Entry, Fen, KeepPeriod, Program, Tier, TierKeep } from '../contract'
import type { Account } from './account'
import { fen } from './amounts'
import { addDays, addMonths, nextQuarter } from './calendar'
import { changed } from './tier-changed'

const QUARTER = 3

type Keeping = NonNullable<Account['keep']>

/** Whose period is over. */
type Judged = Pick<Account, 'barred'> & { keep: Keeping }

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
 * What the programme asks for a tier he had before it did: from its first day on, or from the day after he got
 * the tier. Null where it asks nothing, or has asked already.
 */
export function periodToBegin(account: Account, tier: Tier, program: Program): KeepPeriod | null {
  const { validFrom, tiers } = program
  const { tierSince, keep } = account
  if (keep !== null || tier === tiers[0]) return null
  const isNewer = tierSince !== null && tierSince >= validFrom
  return keepPeriod(isNewer ? addDays(tierSince, 1) : validFrom, program)
}

/** Where the restaurant begins to ask something for tiers, those who have one are asked from that day on. */
export function beginKeep(account: Account, tier: Tier, today: BusinessDay, program: Program): Entry[] {
  const keep = periodToBegin(account, tier, program)
  if (keep === null || keep.from > today) return []
  const { id, name } = tier
  return [{ type: 'KeepBegan', on: keep.from, tier: id, tierName: name, keep, program: program.version }]
}

/**
 * What comes of a period that is over, on the day after it: enough was spent and the tier stays; nothing,
 * and it is one lower; too little, and he is warned and has one more period, unless the programme says
 * otherwise. Never more than one at a time. Of who is barred nothing is asked. DOWN-01, C-27.
 */
export function reviewTier(
  { keep: over, barred }: Judged,
  tier: Tier,
  on: BusinessDay,
  program: Program,
): Entry {
  const { keep, tiers, version } = program
  const spent = spentToKeep(over)
  const below = tiers[tiers.indexOf(tier) - 1]
  const common = { on, spent, program: version }
  const stays = { type: 'TierReviewed', tier: tier.id, tierName: tier.name, ...common } as const
  if (keep === null || below === undefined) return { ...stays, outcome: 'kept', minSpend: null, keep: null }
  if (barred !== undefined)
    return { ...stays, outcome: 'kept', minSpend: null, keep: keepPeriod(on, program) }

  const { minSpend } = keep
  const outcome = outcomeOf(spent, over.warned, keep)
  if (outcome !== 'lost') return { ...stays, outcome, minSpend, keep: keepPeriod(on, program) }
  const next = below === tiers[0] ? null : keepPeriod(on, program)
  return changed('notKept', tier, below, on, program, { spent, minSpend, keep: next })
}

/** Spent in the period, less what was taken back; nothing where more was taken back than counted in it. */
export const spentToKeep = ({ spend }: Keeping): Fen => fen(Math.max(0, spend))

function outcomeOf(spent: number, warned: boolean, { minSpend, tooLittle }: TierKeep) {
  if (spent >= minSpend) return 'kept'
  if (spent === 0 || tooLittle === 'lose') return 'lost'
  if (tooLittle === 'keep') return 'kept'
  return warned ? 'lost' : 'warned'
}
