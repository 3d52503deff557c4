import type { Program } from '../../contract'
import type { Lint, Remark } from './remark'

/** Rewards, tiers, campaigns, questions and what can be answered are known by their ids: each is there once. */
export const idsOnce: Lint = ({ tiers, rewards, earn, questionnaire }) => [
  ...repeated('tiers', tiers),
  ...repeated('rewards', rewards),
  ...repeated('earn.campaigns', earn.campaigns),
  ...repeated('questionnaire.questions', questionnaire?.questions ?? []),
  ...(questionnaire?.questions ?? []).flatMap((question, i) =>
    question.kind === 'choice' ? repeated(`questionnaire.questions.${i}.options`, question.options) : [],
  ),
]

const repeated = (list: string, items: readonly { id: string }[]): Remark[] =>
  items.flatMap(({ id }, i): Remark[] =>
    items.findIndex((other) => other.id === id) < i
      ? [{ rule: 'NAME_TWICE', at: `${list}.${i}`, found: id }]
      : [],
  )

/** A campaign ends after it begins, for tiers and branches that there are. CAMP-01. */
export const campaigns: Lint = ({ earn, tiers }, { branches }) =>
  earn.campaigns.flatMap((campaign, i): Remark[] => {
    const at = `earn.campaigns.${i}`
    const strange = campaign.tiers?.find((id) => tiers.every((tier) => tier.id !== id))
    return [
      ...(campaign.from > campaign.to
        ? [{ rule: 'CAMPAIGN_NEVER_ON' as const, at, expected: campaign.from, found: campaign.to }]
        : []),
      ...(strange === undefined ? [] : [{ rule: 'TIER_UNKNOWN' as const, at, found: strange }]),
      ...unknownBranches(campaign.branches, branches, at),
    ]
  })

/** Who is exempt from expiry has a tier that there is. EXP-08. */
export const exemptTiers: Lint = ({ expiry, tiers }) =>
  (expiry.exempt?.tiers ?? [])
    .filter((id) => tiers.every((tier) => tier.id !== id))
    .map((found) => ({ rule: 'TIER_UNKNOWN', at: 'expiry.exempt', found }))

/** A reward that nobody may ever claim is taken off the shelf instead. RISK-10. */
export const rewardsCanBeClaimed: Lint = ({ rewards }) =>
  rewards.flatMap(({ name, perDay }, i): Remark[] =>
    perDay === 0 ? [{ rule: 'NEVER_CLAIMED', at: `rewards.${i}`, found: name }] : [],
  )

export const rewardBranches: Lint = ({ rewards }, { branches }) =>
  rewards.flatMap((reward, i) => unknownBranches(reward.branches, branches, `rewards.${i}`))

const unknownBranches = (
  named: Program['rewards'][number]['branches'],
  branches: readonly string[],
  at: string,
): Remark[] =>
  (named ?? [])
    .filter((branch) => !branches.includes(branch))
    .map((found) => ({ rule: 'BRANCH_UNKNOWN', at, found }))
