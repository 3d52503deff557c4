import type { Chance } from './chance'
import { DAY_MS } from './house'
import { weights } from './scripts/scripts'

/** One thing that happens in a history: somebody sets out to do something, or time passes. */
export type Item = { script: string; seed: number } | { wait: keyof typeof WAITS }

/** F7: clocks are moved while nothing runs; a timer is skipped for five days. */
export const WAITS = {
  aSecond: 1000,
  aMinute: 60_000,
  sixMinutes: 6 * 60_000,
  elevenMinutes: 11 * 60_000,
  aDay: DAY_MS,
  fiveDays: 5 * DAY_MS,
  aMonth: 32 * DAY_MS,
  aDayBack: -DAY_MS,
}

const LIKELY: Record<keyof typeof WAITS, number> = {
  aSecond: 6,
  aMinute: 4,
  sixMinutes: 3,
  elevenMinutes: 5,
  aDay: 3,
  fiveDays: 2,
  aMonth: 2,
  aDayBack: 1,
}

const SCRIPTS = 16
const WAIT = 0.16

/** Two who have joined, so that there is something to do; the rest by chance. */
export function drawPlan(chance: Chance): Item[] {
  const joins = ['member.join', 'member.join'].map((script) => ({ script, seed: chance.below(2 ** 31) }))
  const rest = Array.from({ length: SCRIPTS }, (): Item[] => {
    const item = { script: chance.weigh(weights), seed: chance.below(2 ** 31) }
    return chance.happens(WAIT) ? [{ wait: chance.weigh(LIKELY) }, item] : [item]
  })
  return [...joins, ...rest.flat()]
}
