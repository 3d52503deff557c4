import type { AccountState, BusinessDay, MemberId, Program, ReferralSide } from '../../contract'
import type { Errand } from '../errand'
import type { ReferralWorth } from './worth'

/** The two of a referral (推荐). */
export interface Pair {
  referrer: MemberId
  referee: MemberId
}

const SIDES: readonly ReferralSide[] = ['referrer', 'referee']

/** A referee has one referrer, and each turn one reward for each side: the id says all of it. */
const errandId = ({ referee }: Pair, turn: number, side: ReferralSide, what: 'reward' | 'withdraw'): string =>
  `referral.${referee}.${turn}.${side}.${what}`

type ReferredBy = NonNullable<AccountState['referredBy']>

export const rewardId = (pair: Pair, turn: number, side: ReferralSide): string =>
  errandId(pair, turn, side, 'reward')

/** Whom an errand goes to, and who is the friend there. */
const towards = (side: ReferralSide, { referrer, referee }: Pair) =>
  side === 'referrer' ? { to: referrer, friend: referee } : { to: referee, friend: referrer }

/**
 * Each side is rewarded by an errand, his own as well: whether either is staff by now is known only there.
 * A later turn comes after what was withdrawn last from that side.
 */
export const rewardErrands = (
  pair: Pair,
  { turn, withdrawn }: Pick<ReferredBy, 'turn' | 'withdrawn'>,
  worth: ReferralWorth,
  until: BusinessDay,
  { referral }: Program,
): Errand[] =>
  SIDES.filter((side) => worth[side] > 0).map((side) => {
    const { to, friend } = towards(side, pair)
    const terms = { points: worth[side], until, perMonth: referral?.perMonth ?? null }
    const id = errandId(pair, turn, side, 'reward')
    const last = withdrawn.find((one) => one.side === side)
    const after = last === undefined ? null : errandId(pair, last.turn, side, 'withdraw')
    return { id, to, task: { kind: 'rewardReferral', side, friend, turn, ...terms }, after }
  })

/** To those who were sent a reward; each is decided after it. */
export const withdrawErrands = (
  pair: Pair,
  turn: number,
  { sides, safeOn: until }: NonNullable<ReferredBy['order']>,
): Errand[] =>
  sides.map((side) => {
    const { to, friend } = towards(side, pair)
    const id = errandId(pair, turn, side, 'withdraw')
    const after = errandId(pair, turn, side, 'reward')
    return { id, to, task: { kind: 'withdrawReferral', side, friend, turn, until }, after }
  })
