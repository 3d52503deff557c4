import { tell } from './history'
import type { ThemeName } from './themes'

/** A shorter history in which the same thing goes wrong. */
export interface Shrunk {
  seed: number
  only: number[]
  schedule: number
  violation: string
  items: number
}

/** Other orders that are tried for each shorter plan: with fewer things to do, chance falls otherwise. */
const SCHEDULES = 8
const MOST_TRIES = 600

/** Leave out parts of the plan, large ones first, as long as the same rule is still broken. */
export async function shrink(seed: number, theme?: ThemeName): Promise<Shrunk> {
  const about = theme === undefined ? { seed } : { seed, theme }
  const first = await tell(about)
  const [violation = ''] = first.violations
  let best: Shrunk = { seed, only: range(first.items), schedule: 0, violation, items: first.items }
  let tries = 0
  const fails = async (only: number[]): Promise<Shrunk | null> => {
    for (let schedule = best.schedule; schedule < best.schedule + SCHEDULES; schedule++) {
      tries += 1
      const { violations } = await tell({ ...about, only, schedule })
      if (ruleOf(violations[0]) === ruleOf(violation))
        return { ...best, only, schedule, violation: violations[0] ?? '' }
    }
    return null
  }
  for (let size = best.only.length >> 1; size > 0 && tries < MOST_TRIES; ) {
    const shorter = await anyOf(without(best.only, size), fails)
    if (shorter === null) size >>= 1
    else best = shorter
  }
  return best
}

const range = (n: number): number[] => Array.from({ length: n }, (_, index) => index)

const ruleOf = (violation: string | undefined) => violation?.split(':')[0]

const without = (list: number[], size: number): number[][] =>
  range(Math.ceil(list.length / size)).map((part) => list.filter((_, at) => Math.floor(at / size) !== part))

async function anyOf<T>(
  candidates: number[][],
  test: (one: number[]) => Promise<T | null>,
): Promise<T | null> {
  for (const candidate of candidates) {
    const found = await test(candidate)
    if (found !== null) return found
  }
  return null
}
