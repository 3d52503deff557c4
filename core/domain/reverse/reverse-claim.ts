import type {
  AccountState,
  BusinessDay,
  ClaimReversed,
  Draw,
  Points,
  Program,
  RewardId,
} from '../../contract'
import { repaidBy } from '../account'
import { points, sumOfPoints } from '../amounts'
import { addDays } from '../calendar'

/** A claim, why it is taken back, and by whom. */
export interface ClaimToReverse {
  reward: RewardId
  rewardName: string
  redemption: string
  /** The day whose limit it counted towards, if any. */
  ofDay?: BusinessDay | undefined
  /** The lots its points came from. */
  drawn: readonly Draw[]
  /** The full card that paid; missing where points did. */
  stamps?: number | undefined
  reason: string
  by: string
}

/**
 * Take a claim back (作废): the points return to the lots they came from, with their dates; what would
 * have expired meanwhile can be used for some days more. They pay a debt first, those that expire soonest before others. C-50.
 */
export function reverseClaim(
  account: AccountState,
  { drawn, ofDay, stamps, ...about }: ClaimToReverse,
  on: BusinessDay,
  program: Program,
): ClaimReversed {
  const dated = drawn.map(({ lot, points }) => ({
    lot: lot < on && account.frozen === null ? addDays(on, program.expiry.returnedDays) : lot,
    points,
  }))
  const repaid = repaidBy(account, sumOfPoints(drawn))
  const returned = withoutFirst(dated, repaid)
  const card = stamps === undefined ? {} : { stamps }
  const counted = ofDay === undefined ? {} : { ofDay }
  return {
    type: 'ClaimReversed',
    on,
    ...about,
    ...counted,
    returned,
    repaid,
    ...card,
    program: program.version,
  }
}

/** What came back of a claim: what is his again, and what paid a debt. */
export const pointsBackOf = ({ returned, repaid }: ClaimReversed): Points =>
  points(sumOfPoints(returned) + repaid)

function withoutFirst(draws: readonly Draw[], paid: number): Draw[] {
  let due = paid
  return [...draws]
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ lot, points: there }) => {
      const taken = Math.min(there, due)
      due -= taken
      return { lot, points: points(there - taken) }
    })
    .filter(({ points }) => points > 0)
}
