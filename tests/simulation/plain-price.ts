import type { Program } from '../../core/contract'
import { isRunning } from './plain-earning'
import type { PlainMember } from './plain-model'
import { plainTier } from './plain-tiers'

/** What a reward costs him on a day: the least that anything asks, in plain floating point. */
export function plainPrice(
  member: PlainMember,
  { id, points }: { id: string; points: number },
  on: string,
  { earn, tiers }: Program,
): number {
  const tier = tiers[plainTier(member, tiers)]?.id ?? ''
  const asked: number[] = [points]
  for (const campaign of earn.campaigns) {
    const { effect } = campaign
    if (effect.kind !== 'exchange' || !isRunning(campaign, Number.MAX_VALUE, null, on, tier)) continue
    if (effect.rewards !== null && !effect.rewards.some((one) => one === id)) continue
    asked.push(Math.floor((points * effect.bp) / 10_000 + 1e-6) || 1)
  }
  return Math.min(...asked)
}
