import { finding } from '../../domain/audit/finding'
import type { Check } from './check'

/** A code for every burn and a burn for every code. What a correction has closed is not asked again. I6. */
export const checkCodes: Check = ({ member, lines, codes, reading }) => {
  const closedAt = reading.correction?.at ?? ''
  const issued = new Set(codes.map(({ _id }) => _id))
  const claims = lines.flatMap(({ entry, seq }) =>
    entry.type === 'RewardClaimed' ? [{ ...entry, seq }] : [],
  )
  const claimed = new Set(claims.map(({ redemption }) => redemption))
  return [
    ...claims
      .filter(({ redemption, seq }) => !issued.has(redemption) && seq > (reading.correction?.seq ?? 0))
      .map(({ rewardName, seq }) =>
        finding('CODE_MISSING', member._id, `${member._id}.${seq}`, { subject: rewardName }),
      ),
    ...codes
      .filter(({ _id, issuedAt }) => !claimed.has(_id) && !(issuedAt <= closedAt))
      .map(({ _id, rewardName }) =>
        finding('CODE_WITHOUT_BURN', member._id, `${member._id}.${_id.slice(-4)}`, { subject: rewardName }),
      ),
  ]
}
