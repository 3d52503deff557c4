import type { BusinessDay, MemberId, Points, ReferralSide } from '../../contract'

/** What has to be done for one side of a referral. `friend` is the other side. */
interface OfReferral {
  side: ReferralSide
  friend: MemberId
  /** Which of the referee's orders counted, from 1; 0 is his joining. */
  turn: number
}

export interface RewardReferral extends OfReferral {
  kind: 'rewardReferral'
  points: Points
  /** The first day on which the points can be used. */
  until: BusinessDay
  /** How many rewards who invites gets in a month; null for any number. */
  perMonth: number | null
}

/** The order was refunded: what still waits for it does not come. */
export interface WithdrawReferral extends OfReferral {
  kind: 'withdrawReferral'
  /** The day from which nothing is taken back. */
  until: BusinessDay
}

export type ReferralTask = RewardReferral | WithdrawReferral

/** Under which the points of a referral wait in an account. */
export const pendingId = ({ friend, turn }: Pick<OfReferral, 'friend' | 'turn'>): string =>
  `referral.${friend}.${turn}`

/** What of them is beyond the cap of the day and waits for a person. */
export const excessId = (task: Pick<OfReferral, 'friend' | 'turn'>): string => `${pendingId(task)}.more`
