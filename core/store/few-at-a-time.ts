import type { Through } from './calls-through'

/** The most that a command asks side by side is less; what a job asks about a hundred members is not. */
const MOST = 8

/**
 * Few calls at the same time; the others wait for their turn. A small environment's database works on 20 calls at
 * once and refuses one more with EXCEED_CONCURRENT_REQUEST_LIMIT, and an instance is never alone.
 */
export function fewAtATime(most = MOST): Through {
  let free = most
  const waiting: (() => void)[] = []
  const pass = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return async (call) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await call()
    } finally {
      pass()
    }
  }
}
