import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { isBarred } from './bar'
import { drawSoonest } from './burn'
import { addDays } from './calendar'
import { accept, type Result, refuse } from './result'
import { isAbove, tierOf } from './tier'
import { changed } from './tier-changed'

/**
 * A tier for points, for so many days, today the first of them; the points that expire soonest leave
 * first. Not a tier he has anyway, nor a lower one. C-21, RED-23.
 */
export function buyTier(
  account: Account,
  wanted: string,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'BARRED' | 'TIER_NOT_FOR_SALE' | 'TIER_NOT_HIGHER' | 'INSUFFICIENT_POINTS'> {
  if (isBarred(account)) return refuse('BARRED')
  const sale = program.tierSales.find(({ tier }) => tier === wanted)
  const tier = program.tiers.find(({ id }) => id === wanted)
  if (sale === undefined || tier === undefined) return refuse('TIER_NOT_FOR_SALE')
  const has = tierOf(account, program)
  if (!isAbove(tier, has, program)) return refuse('TIER_NOT_HIGHER')
  const drawn = drawSoonest(account, sale.points)
  if (!drawn.ok) return drawn
  const { version } = program
  return accept([
    {
      type: 'TierBought',
      on,
      tier: tier.id,
      tierName: tier.name,
      days: sale.days,
      drawn: drawn.value,
      program: version,
    },
    changed('bought', has, tier, on, program, { until: addDays(on, sale.days - 1) }),
  ])
}
