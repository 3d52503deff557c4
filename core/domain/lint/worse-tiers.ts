import type { Program, Tier, TierKeep } from '../../contract'
import { ROUTES } from '../tier'

/** A tier is gone or asks more, or gives less of anything it promised. C-43. */
export const tiersWorse = (was: Program, now: Program): boolean =>
  was.tiers.some((tier) =>
    tierWorse(
      tier,
      now.tiers.find(({ id }) => id === tier.id),
    ),
  )

function tierWorse(was: Tier, now: Tier | undefined): boolean {
  if (now === undefined) return true
  const asksMore = ROUTES.some((route) => {
    const asked = was.reach[route]
    return asked !== null && (now.reach[route] ?? Number.POSITIVE_INFINITY) > asked
  })
  return (
    asksMore ||
    now.multiplierBp < was.multiplierBp ||
    now.payBp > was.payBp ||
    (now.gift?.points ?? 0) < (was.gift?.points ?? 0) ||
    now.birthdayGift < was.birthdayGift ||
    was.privileges.some((privilege) => !now.privileges.includes(privilege))
  )
}

const STRICTNESS: readonly TierKeep['tooLittle'][] = ['keep', 'warn', 'lose']

/** More must be spent to keep a tier, or sooner, or with less forbearance. C-27. */
export function keepWorse({ keep: was }: Program, { keep: now }: Program): boolean {
  if (now === null) return false
  if (was === null) return true
  return (
    now.minSpend > was.minSpend ||
    STRICTNESS.indexOf(now.tooLittle) > STRICTNESS.indexOf(was.tooLittle) ||
    (was.pauses && !now.pauses) ||
    daysOf(now) < daysOf(was)
  )
}

/** A quarter is never shorter than 90 days. */
const daysOf = ({ period }: TierKeep): number => (period.kind === 'days' ? period.days : 90)
