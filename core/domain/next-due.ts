import type { BusinessDay, Program } from '../contract'
import { nextAnniversary } from './anniversary'
import { addDays, earliestOf } from './calendar'
import { turnExemption } from './exemption'
import { nextToExpire } from './expiry'
import { periodToBegin } from './keep-tier'
import type { Aging } from './settle-time'
import { earnedTier } from './tier'

/**
 * The first day on which time changes it by this programme: points are gone or usable at last, a tier is judged,
 * over, or must be kept from now on, a bar is over, an anniversary has come, points stand still or no longer. NEVER when none does. I9, C-14.
 */
export function nextDueOf({ account, joinedOn }: Aging, program: Program): BusinessDay {
  const { pending, keep, bought, barred } = account
  const released = pending.flatMap(({ until }) => until ?? [])
  const last = [nextToExpire(account)?.expiresOn, keep?.until, bought?.until, barred?.until]
  const over = last.flatMap((day) => (day ? addDays(day, 1) : []))
  const asked = periodToBegin(account, earnedTier(account, program), program)?.from ?? []
  const turned = turnExemption(account, program.validFrom, program).map(({ on }) => on)
  const celebrated = nextAnniversary(account, joinedOn, program) ?? []
  return earliestOf([...released, ...over, ...turned].concat(asked, celebrated))
}
