import type { BusinessDay, Entry, Points, Program, Reward } from '../contract'
import type { Account } from './account'
import { isBarred } from './bar'
import { drawSoonest } from './burn'
import { dayOfLimit, leftOn } from './daily-limit'
import { type Price, priceFor } from './price'
import { accept, type Result, refuse } from './result'
import { takeStamps } from './stamps'

type Claimed = Extract<Entry, { type: 'RewardClaimed' }>
/** What a claim took, and why so little. */
type Paid = Pick<Claimed, 'drawn' | 'exchange' | 'ofDay' | 'stamps'>
type NotPaid = 'PRICE_ROSE' | 'DAILY_LIMIT_REACHED' | 'INSUFFICIENT_POINTS' | 'CARD_NOT_FULL'

export interface Claim {
  reward: Reward
  /** What he was told that it costs; missing where he was told nothing. */
  told?: Points | undefined
  /** How many stamps it costs; missing where points pay. CAMP-09. */
  stamps?: number
  /** The redemption code it issues. */
  redemption: string
  /** The attempt that holds a piece of stock; null where there is no limit. */
  token: string | null
  /** How many are left, this attempt's own piece included; null for no limit. */
  left: number | null
}

/**
 * Burn what the reward costs him today, soonest to expire first, or take a full card of stamps. He never pays more than
 * he was told, because a campaign may end while he thinks about it; less he does. Not enough of either is said before
 * no stock. RED-15, CAMP-04, CAMP-09.
 */
export function claimReward(
  account: Account,
  claim: Claim,
  on: BusinessDay,
  program: Program,
): Result<Claimed[], NotPaid | 'BARRED' | 'OUT_OF_STOCK'> {
  if (isBarred(account)) return refuse('BARRED')
  const { stamps } = claim
  const paid = stamps === undefined ? burn(account, claim, on, program) : takeCard(account, stamps)
  if (!paid.ok) return paid
  if (claim.left === 0) return refuse('OUT_OF_STOCK')
  return accept([
    {
      type: 'RewardClaimed',
      on,
      reward: claim.reward.id,
      rewardName: claim.reward.name,
      redemption: claim.redemption,
      ...paid.value,
      token: claim.token,
      program: program.version,
    },
  ])
}

function burn(
  account: Account,
  { reward, told }: Claim,
  on: BusinessDay,
  program: Program,
): Result<Paid, Exclude<NotPaid, 'CARD_NOT_FULL'>> {
  const price = priceFor(reward, account, on, program)
  if (told !== undefined && price.points > told) return refuse('PRICE_ROSE')
  if (leftOn(account, reward, on) === 0) return refuse('DAILY_LIMIT_REACHED')
  const drawn = drawSoonest(account, price.points)
  if (!drawn.ok) return drawn
  const counted = reward.perDay === null ? {} : { ofDay: dayOfLimit(account, on) }
  return accept({ drawn: drawn.value, ...exchangeOf(price, reward), ...counted })
}

function takeCard(account: Account, asked: number): Result<Paid, 'CARD_NOT_FULL'> {
  const taken = takeStamps(account, asked)
  return taken.ok ? accept({ drawn: [], ...taken.value }) : taken
}

/** Why it cost less, so that the line explains itself whatever is on later. UX-06. */
const exchangeOf = ({ campaign }: Price, { points: usual }: Reward) =>
  campaign && {
    exchange: { campaign: campaign.id, name: campaign.name, bp: campaign.effect.bp, usual },
  }
