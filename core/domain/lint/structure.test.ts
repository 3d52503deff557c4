import type { BranchId, BusinessDay, Campaign, Program, Question, Reward, Tier } from '../../contract'
import { recommended } from '../presets/recommended'
import { anyDay, exempting, running, shelf } from './recommended-with'
import { campaigns, exemptTiers, idsOnce, rewardBranches, rewardsCanBeClaimed } from './structure'

const [jingan, xuhui] = ['jingan', 'xuhui'] as BranchId[] as [BranchId, BranchId]
const around = { ...anyDay, branches: [jingan] }
const named = <T extends { id: string }>(one: T, ...ids: string[]): T[] => ids.map((id) => ({ ...one, id }))
const [silver] = recommended.tiers as [Tier]
const [dish] = recommended.rewards as [Reward]
const choice: Question = { id: 'q', kind: 'choice', words: '？', several: false, options: [] }
const asking = (...questions: Question[]): Program => ({
  ...recommended,
  questionnaire: { id: 'one', title: '问卷', questions } as unknown as Program['questionnaire'],
})

test.each<[list: string, (...ids: string[]) => Program]>([
  ['tiers', (...ids) => ({ ...recommended, tiers: named(silver, ...ids) })],
  ['rewards', (...ids) => ({ ...recommended, rewards: named(dish, ...ids) as Reward[] })],
  ['earn.campaigns', (...ids) => running(...ids.map((id) => ({ id })))],
  ['questionnaire.questions', (...ids) => asking(...named(choice, ...ids))],
  [
    'questionnaire.questions.1.options',
    (...ids) =>
      asking({ ...choice, id: 'p', kind: 'text' } as unknown as Question, {
        ...choice,
        options: named({ id: '', words: '' }, ...ids),
      }),
  ],
])('one name is one thing: of %s, each after the first of its name is told', (list, having) => {
  const remark = (at: number, found: string) => ({ rule: 'NAME_TWICE', at: `${list}.${at}`, found })
  expect(idsOnce(having('a', 'b', 'a', 'b', 'a'), around)).toEqual([
    remark(2, 'a'),
    remark(3, 'b'),
    remark(4, 'a'),
  ])
  expect(idsOnce(having('a', 'b', 'c'), around)).toEqual([])
})

const [first, second] = ['2026-12-01', '2026-12-02'] as BusinessDay[] as [BusinessDay, BusinessDay]
const at = 'earn.campaigns.1'
test.each<[Partial<Campaign>, remark: object | null]>([
  [{}, null],
  [{ from: first, to: first }, null],
  [
    { from: second, to: first },
    { rule: 'CAMPAIGN_NEVER_ON', at, expected: second, found: first },
  ],
  [{ tiers: ['silver', 'gold'] }, null],
  [{ tiers: ['silver', 'jade'] }, { rule: 'TIER_UNKNOWN', at, found: 'jade' }],
  [{ branches: [jingan] }, null],
  [{ branches: [jingan, xuhui] }, { rule: 'BRANCH_UNKNOWN', at, found: xuhui }],
])('CAMP-01: of a campaign with %j it is told: %j', (over, remark) => {
  expect(campaigns(running({}, over), around)).toEqual(remark === null ? [] : [remark])
})

test('EXP-08: each exempt tier that is not there is told', () => {
  expect(exemptTiers(exempting(90, 'gold', 'jade', 'ruby'), around)).toEqual([
    { rule: 'TIER_UNKNOWN', at: 'expiry.exempt', found: 'jade' },
    { rule: 'TIER_UNKNOWN', at: 'expiry.exempt', found: 'ruby' },
  ])
  expect([...exemptTiers(exempting(90, 'gold'), around), ...exemptTiers(recommended, around)]).toEqual([])
})

test('RISK-10, CAMP-01: a reward that nobody may claim, or only where there is nothing, is told by its place', () => {
  expect(rewardsCanBeClaimed(shelf({ perDay: 1 }, { perDay: 0 }, { perDay: null }), around)).toEqual([
    { rule: 'NEVER_CLAIMED', at: 'rewards.1', found: dish.name },
  ])
  expect(rewardBranches(shelf({ branches: null }, { branches: [jingan, xuhui] }), around)).toEqual([
    { rule: 'BRANCH_UNKNOWN', at: 'rewards.1', found: xuhui },
  ])
})
