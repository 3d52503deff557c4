import * as z from 'zod'
import { Draw } from './draw'
import { BranchId, BusinessDay, Fen, Points, RewardId } from './primitives'
import { StampPrice } from './stamp-card'

/** What is taken back of points that waited and came after their bill. */
const TakenLater = z.object({
  /** As it waited. */
  pending: z.string(),
  lot: BusinessDay,
  points: Points.min(1),
  /** What of them expired before, in the lot they had made. */
  lapsed: Points,
})

/** A bill, or a part of it, is taken back (退单), with the points it made. I8. */
export const BillReversed = z.object({
  type: z.literal('BillReversed'),
  on: BusinessDay,
  /** As the settled bill says them. */
  bill: z.string(),
  branch: BranchId,
  branchName: z.string(),
  paidOn: BusinessDay,
  /** What is taken back of the bill now. */
  amount: Fen,
  /** What it still carries; 0 when it is wholly reversed. */
  left: Fen,
  /** What is taken back of its points: drawn, lapsed and owed together. */
  points: Points,
  drawn: z.array(Draw),
  /** What of them expired before, in the lots they had made. */
  lapsed: Points,
  /** The lot of those that came with the bill. */
  lot: BusinessDay,
  /** Those of them that came after it; missing where none did. */
  later: z.array(TakenLater).optional(),
  /** What of them counts no more towards the caps of its days; missing where no such day is remembered. CAP-04. */
  room: z.array(z.object({ day: BusinessDay, points: Points.min(1) })).optional(),
  /** What of them was used already: it becomes a debt. */
  owed: Points,
  /** It carries too little for its stamp from now on, which goes; missing where it keeps it or had none. CAMP-09. */
  unstamped: z.literal(true).optional(),
  reason: z.string(),
  /** The colleague who did it; null for a till. */
  by: z.string().nullable(),
  program: z.string(),
})
export type BillReversed = z.infer<typeof BillReversed>
/** A claim is taken back (作废): its code is void, and the points return to the lots they came from. */
export const ClaimReversed = z.object({
  type: z.literal('ClaimReversed'),
  on: BusinessDay,
  reward: RewardId,
  rewardName: z.string(),
  redemption: z.string(),
  /** The business day on which he may claim it once more; missing where no limit counted it. RISK-10. */
  ofDay: BusinessDay.optional(),
  /** What is his again, by the day it can be used through. C-50. */
  returned: z.array(Draw),
  /** What of the points paid a debt. */
  repaid: Points,
  /** On his card again; missing where points had paid. */
  stamps: StampPrice.optional(),
  reason: z.string(),
  by: z.string(),
  program: z.string(),
})
export type ClaimReversed = z.infer<typeof ClaimReversed>
