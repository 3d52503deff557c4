import type { Program } from '../../contract'
import { FULL_BP, shareOf } from '../amounts'
import { isExchange, makesCheaper } from '../price'
import type { Lint, Remark } from './remark'

/**
 * A claim is made on no bill and at no branch, so a campaign that makes rewards cheaper asks for neither; it is for
 * rewards that there are, and each of them still costs a point: at a tenth, one of 9 points would cost nothing.
 * CAMP-01, CAMP-04.
 */
export const exchanges: Lint = ({ earn, rewards }) =>
  earn.campaigns.flatMap((campaign, i): Remark[] => {
    if (!isExchange(campaign)) return []
    const at = `earn.campaigns.${i}`
    const { branches, atLeast, effect } = campaign
    return [
      ...(branches !== null || atLeast > 0 ? [{ rule: 'EXCHANGE_NEEDS_A_BILL' as const, at }] : []),
      ...unknown(effect.rewards ?? [], rewards).map((found) => ({
        rule: 'REWARD_UNKNOWN' as const,
        at,
        found,
      })),
      ...rewards
        .filter(({ id, points }) => makesCheaper(campaign, id) && shareOf(points, effect.bp, FULL_BP) === 0)
        .map(({ name: found }) => ({ rule: 'EXCHANGE_FOR_NOTHING' as const, at, found })),
    ]
  })

const unknown = (named: readonly string[], rewards: Program['rewards']): string[] =>
  named.filter((id) => rewards.every((reward) => reward.id !== id))
