import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { campaignsAhead } from '../../core/domain/campaigns-ahead'
import { accept } from '../../core/domain/result'
import { tierOf } from '../../core/domain/tier'
import { readMember } from '../../core/store/as-of'
import type { Handler } from '../serve'

export const campaigns: Handler<Contract['engagement']['campaigns']> = async (_input, env) => {
  const [member, { program, branches }] = await Promise.all([readMember(env, env.caller()), env.restaurant()])
  const today = businessDayOf(env.now)
  const tier = member && tierOf(member.account, program).id
  const { campaigns: all, stacking: _stacking, ...earn } = program.earn
  return accept({
    today,
    campaigns: campaignsAhead(all, today).map((ahead) => ({
      ...ahead,
      isForHim: tier === null || (ahead.campaign.tiers?.includes(tier) ?? true),
    })),
    earn,
    checkIn: program.checkIn,
    anniversary: program.anniversary,
    tiers: program.tiers.map(({ id, name }) => ({ id, name })),
    branches: branches.map(({ _id, name }) => ({ id: _id, name })),
    rewards: program.rewards.map(({ id, name }) => ({ id, name })),
  })
}
