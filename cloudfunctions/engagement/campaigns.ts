import type { Contract, Questionnaire } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { campaignsAhead } from '../../core/domain/campaigns-ahead'
import { isForTier } from '../../core/domain/earning/campaign-days'
import { hasAnswered } from '../../core/domain/questionnaire/answer'
import { accept } from '../../core/domain/result'
import { tierOf } from '../../core/domain/tier'
import { readMember } from '../../core/store/as-of'
import type { Member } from '../../core/store/member'
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
      isForHim: tier === null || isForTier(ahead.campaign, tier),
    })),
    earn,
    checkIn: program.checkIn,
    anniversary: program.anniversary,
    questionnaire: offerOf(program.questionnaire, member),
    tiers: program.tiers.map(({ id, name }) => ({ id, name })),
    branches: branches.map(({ _id, name }) => ({ id: _id, name })),
    rewards: program.rewards.map(({ id, name }) => ({ id, name })),
  })
}

const offerOf = (asked: Questionnaire | null, member: Member | null) =>
  asked && {
    title: asked.title,
    points: asked.points,
    isAnswered: member !== null && hasAnswered(member.account, asked.id),
  }
