import type { BranchId, PendingPoints } from '../contract'
import type { Account } from './account'
import { actsFor, branchOf, type Post } from './rights'

/** Stands for points that were earned at no branch: every manager looks at them. No branch is called so. */
const NOWHERE = '*'

/** What waits until a person has decided. CAP-02. */
export const waitingForReview = ({ pending }: Account): PendingPoints[] =>
  pending.filter(({ reason }) => reason === 'review')

/** Where somebody has to look at what waits, each place once: the queue is found by these. */
export const reviewPlaces = (account: Account): string[] =>
  [...new Set(waitingForReview(account).map(({ branch }) => branch ?? NOWHERE))].sort()

/** The places whose queue is his; null for every one. */
export function placesOf(post: Post): string[] | null {
  const branch = branchOf(post)
  return branch === null ? null : [branch, NOWHERE]
}

/** Whether he looks at what was earned there. */
export const mayReview = (post: Post, branch: BranchId | null): boolean =>
  branch === null || actsFor(post, branch)
