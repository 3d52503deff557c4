import type { Contract } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { accept } from '../../core/domain/result'
import { mayReview, placesOf, waitingForReview } from '../../core/domain/reviews'
import { branchName } from '../../core/store/restaurant'
import { readReviews } from '../../core/store/reviews'
import type { Handler } from '../serve'

/** Oldest first. CAP-02. */
export const reviews: Handler<Contract['manager']['reviews']> = async (_input, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('manager.reviews'), env.restaurant()])
  if (!staff.ok) return staff
  const members = await readReviews(env.db, placesOf(staff.value))
  const waiting = members.flatMap(({ _id, profile, account }) =>
    waitingForReview(account)
      .filter(({ branch }) => mayReview(staff.value, branch))
      .map(({ id, source, about, branch, points, since }) => ({
        member: _id,
        name: profile.name,
        pending: id,
        source,
        about,
        branchName: branch === null ? null : branchName(restaurant, branch),
        points,
        since,
        balance: balanceOf(account),
        own: _id === staff.value._id,
      })),
  )
  return accept({ reviews: waiting.sort((one, other) => (one.since < other.since ? -1 : 1)) })
}
