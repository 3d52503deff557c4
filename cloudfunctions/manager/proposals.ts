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
    proposals: open.map(({ _id, by, before, after, ...proposal }) => ({
      ...proposal,
      id: _id,
      before: { ...before, tier: tierName(before.tier) },
      after: { ...after, tier: tierName(after.tier) },
      proposedBy: by?.name ?? null,
      mine: by?.staff === staff.value._id,
    })),
  })
}
