import type { Lint, Remark } from './remark'

/**
 * What may not be said to a guest: that the house has the last word, that nothing is given back, or
 * that he gets something for sharing.
 */
const FORBIDDEN = [
  /最终解释权|解释权归/,
  /概?不(予|可)?(退|补|兑)(款|换|卡|付)?$|概不/,
  /(分享|转发).{0,8}(得|送|领|赚)|朋友圈/,
]

/** Clauses void by law, and sharing that the platform punishes. C-47, platform-and-law §2, §6. */
export const words: Lint = ({ tiers, rewards, earn, questionnaire }) => [
  ...tiers.flatMap(({ name, privileges, gift }, i) => [
    ...judge(name, `tiers.${i}.name`),
    ...privileges.flatMap((privilege) => judge(privilege, `tiers.${i}.privileges`)),
    ...judge(gift?.words ?? '', `tiers.${i}.gift`),
  ]),
  ...rewards.flatMap(({ name, description }, i) => [
    ...judge(name, `rewards.${i}.name`),
    ...judge(description, `rewards.${i}.description`),
  ]),
  ...earn.campaigns.flatMap(({ name }, i) => judge(name, `earn.campaigns.${i}.name`)),
  ...judge(questionnaire?.title ?? '', 'questionnaire.title'),
  ...(questionnaire?.questions ?? []).flatMap((question, i) => [
    ...judge(question.words, `questionnaire.questions.${i}`),
    ...(question.kind === 'choice' ? question.options : []).flatMap(({ words }) =>
      judge(words, `questionnaire.questions.${i}`),
    ),
  ]),
]

function judge(text: string, at: string): Remark[] {
  const found = FORBIDDEN.map((pattern) => pattern.exec(text)?.[0]).find((words) => words !== undefined)
  return found === undefined ? [] : [{ rule: 'WORDS_FORBIDDEN', at, found }]
}
