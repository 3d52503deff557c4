import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { readOpenProposals } from '../../core/store/proposals'
import type { Handler } from '../serve'

export const proposals: Handler<Contract['manager']['proposals']> = async (_input, env) => {
  const [staff, restaurant, open] = await Promise.all([
    env.staff('manager.proposals'),
    env.restaurant(),
    readOpenProposals(env.db),
  ])
  if (!staff.ok) return staff
  const tierName = (id: string | null) => restaurant.program.tiers.find((tier) => tier.id === id)?.name ?? id
  return accept({
    proposals: open.map(({ _id, by, decided: _decided, ...proposal }) => ({
      ...proposal,
      ...(proposal.kind === 'correction'
        ? {
            before: { ...proposal.before, tier: tierName(proposal.before.tier) },
            after: { ...proposal.after, tier: tierName(proposal.after.tier) },
          }
        : {}),
      id: _id,
      proposedBy: by?.name ?? null,
      mine: by?.staff === staff.value._id,
      own: proposal.member === staff.value._id,
    })),
  })
}
