import { finding } from '../../domain/audit/finding'
import { STUCK_MS } from '../../domain/audit/thresholds'
import type { Kept } from '../database'
import type { Redemption } from '../redemption'
import type { Check } from './check'

/** A void code has given its points back, once, and no other has. What a correction has closed is not asked again. I6. */
export const checkVoids: Check = ({ member, lines, codes, reading }, kept) => {
  const { at: closedAt = '', seq: closedBy = 0 } = reading.correction ?? {}
  const isClosed = ({ voided }: Redemption) => voided !== undefined && voided.at <= closedAt
  const returns = lines.flatMap(({ entry, seq }) =>
    entry.type === 'ClaimReversed' ? [{ ...entry, seq }] : [],
  )
  const returned = new Map(returns.map(({ redemption, seq }) => [redemption, seq]))
  const voids = new Map(codes.flatMap((code) => (code.status === 'void' ? [[code._id, code]] : [])))
  return [
    ...[...voids.values()]
      .filter((code) => !returned.has(code._id) && isOver(code, kept) && !isClosed(code))
      .map(({ _id, rewardName }) =>
        finding('VOID_WITHOUT_RETURN', member._id, `${member._id}.${_id.slice(-4)}`, { subject: rewardName }),
      ),
    ...returns
      .filter(({ redemption, seq }) => !voids.has(redemption) || returned.get(redemption) !== seq)
      .filter(({ seq }) => seq > closedBy)
      .map(({ rewardName, seq }) =>
        finding('RETURN_WITHOUT_VOID', member._id, `${member._id}.${seq}`, { subject: rewardName }),
      ),
  ]
}

/** The sweeper finishes what was left within a minute or two. */
const isOver = ({ openSince = 0 }: Redemption, { now }: Kept): boolean =>
  openSince === 0 || now.getTime() - openSince > STUCK_MS
