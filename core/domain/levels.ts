import type { BusinessDay, Program, Tier } from '../contract'
import { type Account, balanceOf } from './account'
import { fen, missingOf, shareBp } from './amounts'
import { birthdayPrice, type Celebrant } from './birthday-discount'
import { yearOf } from './calendar'
import { putOff, spentToKeep } from './keep-tier'
import { routesTo } from './standing'
import { earnedTier, tierOf } from './tier'

/** The ladder of tiers as one member sees it today. LVL-12. */
export function levelsOf(account: Account, guest: Celebrant, today: BusinessDay, program: Program) {
  const has = tierOf(account, program)
  const earned = earnedTier(account, program)
  const { bought } = account
  return {
    balance: balanceOf(account),
    tierName: has.name,
    bought: bought === null || has === earned ? null : { until: bought.until, earnedName: earned.name },
    since: account.tierSince,
    ladder: program.tiers.map((tier) => rungOf(tier, has, account, today, program)),
    keep: keepOf(account, earned, today, program),
    birthdayPrice: birthdayPrice(account, guest, today, program),
  }
}

function rungOf(tier: Tier, has: Tier, account: Account, today: BusinessDay, program: Program) {
  const { id, name, multiplierBp, payBp, privileges, birthdayGift, gift } = tier
  const sale = program.tierSales.find((one) => one.tier === id)
  const rank = program.tiers.indexOf(tier) - program.tiers.indexOf(has)
  return {
    id,
    name,
    place: placeOf(rank),
    multiplierBp,
    payBp,
    privileges,
    birthdayGift,
    gift: gift && { ...gift, given: account.reached.includes(id) },
    ways: routesTo(tier, account, today),
    sale: sale === undefined || rank <= 0 ? null : { points: sale.points, days: sale.days },
  }
}

const placeOf = (rank: number): 'passed' | 'here' | 'ahead' => {
  if (rank === 0) return 'here'
  return rank < 0 ? 'passed' : 'ahead'
}

/** To the fen and to the day; null where nothing must be spent. DOWN-02. */
function keepOf(account: Account, earned: Tier, today: BusinessDay, { keep, tiers }: Program) {
  const below = tiers[tiers.indexOf(earned) - 1]
  if (account.keep === null || keep === null || below === undefined) return null
  const { from, until, warned } = account.keep
  const spent = spentToKeep(account.keep)
  const { minSpend, tooLittle } = keep
  const mayPause = keep.pauses && account.pausedIn !== yearOf(today)
  return {
    from,
    until,
    spent,
    minSpend,
    missing: fen(missingOf(minSpend, spent)),
    progressBp: shareBp(spent, minSpend),
    tooLittle,
    warned,
    below: below.name,
    pauseUntil: mayPause ? putOff(until, keep.period) : null,
  }
}
