import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { addDays } from './calendar'
import { beginKeep, reviewTier } from './keep-tier'
import { earnedTier, tierOf } from './tier'
import { changed } from './tier-changed'

/** What time does to his tier next, if it has done it by `today`. */
export function tierDue(account: Account, today: BusinessDay, program: Program): Entry[] {
  const { keep, bought, barred } = account
  if (bought !== null && bought.until < today && (keep === null || bought.until <= keep.until))
    return [endBought(account, addDays(bought.until, 1), program)]
  const earned = earnedTier(account, program)
  if (keep === null) return beginKeep(account, earned, today, program)
  return keep.until < today ? [reviewTier({ keep, barred }, earned, addDays(keep.until, 1), program)] : []
}

/** What was bought is over: he has what he earned. C-21. */
function endBought(account: Account, on: BusinessDay, program: Program): Entry {
  return changed('ended', tierOf(account, program), earnedTier(account, program), on, program, {})
}
