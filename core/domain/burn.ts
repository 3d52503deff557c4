import type { Draw, Points } from '../contract'
import { type Account, balanceOf } from './account'
import { points } from './amounts'
import { accept, type Result, refuse } from './result'

/**
 * Take `asked` points, from the lots that expire soonest. 120 points from lots of 100 (March)
 * and 50 (June) take 100 and 20. I10.
 */
export function drawSoonest(account: Account, asked: Points): Result<Draw[], 'INSUFFICIENT_POINTS'> {
  if (asked > balanceOf(account)) return refuse('INSUFFICIENT_POINTS')

  const drawn: Draw[] = []
  let due: number = asked
  for (const lot of account.lots) {
    if (due === 0) break
    const taken = points(Math.min(lot.left, due))
    drawn.push({ lot: lot.expiresOn, points: taken })
    due -= taken
  }
  return accept(drawn)
}
