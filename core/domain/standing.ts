import type { Program, Reward } from '../contract'
import { type Account, balanceOf } from './account'
import { FULL_BP, fen, points, shareBp } from './amounts'
import { tierAfter, tierOf } from './tier'

/** Where he stands between his tier and the next. LVL-12. */
export function tierStanding(account: Account, program: Program) {
  const tier = tierOf(account, program)
  const next = tierAfter(tier, program)
  const { id, name, multiplierBp } = tier
  if (next === null) return { id, name, multiplierBp, next }
  const goal = next.qualifyingSpend
  const missing = fen(account.qualifyingSpend >= goal ? 0 : goal - account.qualifyingSpend)
  const progressBp = shareBp(account.qualifyingSpend, goal)
  return {
    id,
    name,
    multiplierBp,
    next: { name: next.name, multiplierBp: next.multiplierBp, missing, progressBp },
  }
}

/** A reward as a goal: how far it still is. MALL-07. */
export function goalOf(reward: Omit<Reward, 'stock'>, account: Account) {
  const balance = balanceOf(account)
  const { id, name, picture, worth } = reward
  const missing = points(balance >= reward.points ? 0 : reward.points - balance)
  return {
    id,
    name,
    picture,
    worth,
    points: reward.points,
    missing,
    progressBp: shareBp(balance, reward.points),
  }
}

/** The nearest reward still out of reach, the best one within it, and how many are within it. */
export function goals(account: Account, program: Program) {
  const ladder = [...program.rewards]
    .sort((a, b) => a.points - b.points)
    .map((reward) => goalOf(reward, account))
  const within = ladder.filter(({ progressBp }) => progressBp === FULL_BP)
  return {
    goal: ladder.find(({ progressBp }) => progressBp < FULL_BP) ?? null,
    best: within.at(-1) ?? null,
    affordable: within.length,
  }
}
