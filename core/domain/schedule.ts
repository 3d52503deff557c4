import { businessDayOf } from './calendar'

/** How often a job is done: whenever the timer ticks, once in so many minutes, or once a business day. */
export type Every = 'tick' | { minutes: number } | 'day'

/**
 * Whether a job is due that was last done to its end at `doneAt` (ms), null for never. Counted by
 * quarters of the clock, not by what has passed since: a tick that comes late does not put all
 * later ones off, and a clock that was wrong for a while stops nothing.
 */
export function isDue(every: Every, doneAt: number | null, now: Date): boolean {
  if (every === 'tick' || doneAt === null) return true
  if (every === 'day') return businessDayOf(new Date(doneAt)) !== businessDayOf(now)
  const quarterOf = (ms: number) => Math.floor(ms / (every.minutes * 60_000))
  return quarterOf(doneAt) !== quarterOf(now.getTime())
}
