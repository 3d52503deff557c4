import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { decideProposal as decide } from '../../core/store/decide-proposal'
import { readProposal } from '../../core/store/proposals'
import type { Handler } from '../serve'

/** Asked again by the same tap it is answered the same: what was decided is kept with the member. */
export const decideProposal: Handler<Contract['manager']['decideProposal']> = async (input, env) => {
  const [staff, proposal] = await Promise.all([
    env.staff('manager.decideProposal'),
    readProposal(env.db, input.proposal),
  ])
  env.about(proposal?.member ?? null, input.approve ? 'approve' : 'reject')
  if (!staff.ok) return staff
  if (proposal === null) return refuse('PROPOSAL_NOT_FOUND')
  const decided = await decide(env, proposal, input.approve, staff.value)
  return decided.ok ? accept({ proposal: proposal._id, approved: decided.value.approved }) : decided
}
