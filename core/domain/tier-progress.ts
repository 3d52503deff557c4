import type { BusinessDay, Entry, KeepPeriod, TierProgress } from '../contract'
import { fen } from './amounts'
import { addMonths, monthOf } from './calendar'

type Growth = TierProgress['growth']
type TierChanged = Extract<Entry, { type: 'TierChanged' }>
type TierReviewed = Extract<Entry, { type: 'TierReviewed' }>

/** A year looks back from the month of a day over the twelve before it. */
const MONTHS = 12

const growthSince = (since: BusinessDay | null): Growth => ({
  since,
  spend: 0,
  points: 0,
  load: fen(0),
  months: [],
})

export const openProgress = (): TierProgress => ({
  tier: null,
  tierSince: null,
  reached: [],
  bought: null,
  growth: growthSince(null),
  keep: null,
  pausedIn: null,
  birthdayIn: null,
})

export const beginPeriod = ({ from, until }: KeepPeriod): TierProgress['keep'] => ({
  from,
  until,
  spend: 0,
  warned: false,
})

/** The months that count on a day. */
export const monthsOn = ({ months }: Growth, day: BusinessDay): Growth['months'] => {
  const first = monthOf(addMonths(day, -MONTHS))
  return months.filter(({ month }) => month >= first)
}

interface Counted {
  /** The day the bill was paid. */
  on: BusinessDay
  /** Fen; less than nothing when it is taken back. */
  spend: number
  points: number
}

/**
 * What a bill moves: 成长值 and what was spent to keep the tier. A bill of a day before either began,
 * told late, counts in neither: its time has been judged. C-28.
 */
export function countProgress(
  progress: TierProgress,
  counted: Counted,
): Pick<TierProgress, 'growth' | 'keep'> {
  const { growth, keep } = progress
  return {
    growth: growth.since === null || growth.since <= counted.on ? grow(growth, counted) : growth,
    keep: keep !== null && keep.from <= counted.on ? { ...keep, spend: keep.spend + counted.spend } : keep,
  }
}

function grow(growth: Growth, { on, spend, points: earned }: Counted): Growth {
  return {
    ...growth,
    spend: growth.spend + spend,
    points: growth.points + earned,
    months: addToMonth(monthsOn(growth, on), monthOf(on), earned),
  }
}

function addToMonth(months: Growth['months'], month: string, earned: number): Growth['months'] {
  if (earned === 0) return months
  const same = months.find((one) => one.month === month)
  const others = months.filter((one) => one !== same)
  return [...others, { month, points: (same?.points ?? 0) + earned }].sort((a, b) =>
    a.month < b.month ? -1 : 1,
  )
}

/** A lower tier is a new beginning: what lifted him once does not lift him back at once. C-28. */
export function changeTier(progress: TierProgress, entry: TierChanged): TierProgress {
  const { on, to, until, climbed } = entry
  const keep = entry.keep && beginPeriod(entry.keep)
  switch (entry.why) {
    case 'reached':
      return {
        ...progress,
        tier: to,
        tierSince: on,
        keep,
        reached: [...new Set([...progress.reached, ...climbed])],
      }
    case 'notKept':
      return { ...progress, tier: to, tierSince: on, keep, growth: growthSince(on) }
    case 'takenBack':
      return { ...progress, tier: to, tierSince: on, keep }
    case 'bought':
      return { ...progress, bought: until && { tier: to, until } }
    case 'ended':
      return { ...progress, bought: null }
  }
}

export const review = ({ outcome, keep }: TierReviewed): Pick<TierProgress, 'keep'> => ({
  keep: keep && { ...keep, spend: 0, warned: outcome === 'warned' },
})
