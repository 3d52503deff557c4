import type { Chance } from './chance'
import { DAY_MS } from './house'
import type { Theme } from './theme'
import { HOW_OFTEN, type ThemeName, themes } from './themes'

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
  /** To the last day of points that live a month, or near it. */
  aMonth: 31 * DAY_MS,
  aShortMonth: 29 * DAY_MS,
  /** To an anniversary, or past it. */
  aYear: 364 * DAY_MS,
  aDayBack: -DAY_MS,
}

const THINGS = 9

/** Two who have joined, so that there is something to do; the rest by chance, which is told what it is about or draws that too. */
export function drawPlan(chance: Chance, about?: ThemeName): Item[] {
  const drawn = chance.weigh(HOW_OFTEN)
  const { doing, wait, waits, things = THINGS }: Theme = themes[about ?? drawn]
  const joins = ['member.join', 'member.join'].map((script) => ({ script, seed: chance.below(2 ** 31) }))
  const rest = Array.from({ length: things }, (): Item[] => {
    const item = { script: chance.weigh(doing as Record<string, number>), seed: chance.below(2 ** 31) }
    return chance.happens(wait) ? [{ wait: chance.weigh(waits) }, item] : [item]
  })
  return [...joins, ...rest.flat()]
}
