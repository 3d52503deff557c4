import type { Entry } from '../../core/contract'
import { type Account, balanceOf, postAll } from '../../core/domain/account'
import { points } from '../../core/domain/amounts'

/** What came at once, what will, and what he has now. */
export const given = (account: Account, entries: readonly Entry[]) => ({
  earned: points(entries.reduce((sum, one) => (one.type === 'PointsGranted' ? sum + one.earned : sum), 0)),
  pending: points(entries.reduce((sum, one) => (one.type === 'PointsPending' ? sum + one.points : sum), 0)),
  balance: balanceOf(postAll(account, entries)),
})
