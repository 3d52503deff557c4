import type { WAITS } from './plan'
import type { Doing } from './scripts/scripts'

/** What a history is mostly about. Rare faults need many of the same kind of thing at once. */
export interface Theme {
  doing: Partial<Record<Doing, number>>
  /** How often time is moved between two things, and by how much. */
  wait: number
  waits: Record<keyof typeof WAITS, number>
  /** How much is done, where it is not the usual. */
  things?: number
}

export const anyTime: Theme['waits'] = {
  aSecond: 6,
  aMinute: 4,
  sixMinutes: 3,
  elevenMinutes: 5,
  aDay: 3,
  fiveDays: 2,
  aMonth: 2,
  aShortMonth: 2,
  aYear: 0,
  aDayBack: 1,
}

/** Around the fences: what is five, and what is ten minutes old is treated otherwise. */
export const fences: Theme['waits'] = {
  aSecond: 2,
  aMinute: 2,
  sixMinutes: 4,
  elevenMinutes: 5,
  aDay: 0.5,
  fiveDays: 0.2,
  aMonth: 0,
  aShortMonth: 0,
  aYear: 0,
  aDayBack: 0,
}
