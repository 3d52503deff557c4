import { LintRule } from '../../../core/contract/remark'
import { presets } from '../../../core/domain/presets'
import { recommended } from '../../../core/domain/presets/recommended'
import { termsOf } from '../../../core/store/programs'
import type { Terms } from './form'
import { freeDay, noticeDay } from './lint-draft'
import { sayChange } from './say-change'
import { type Remark, type Rule, sayRemark } from './say-remark'
import { sayStanding, viewVersions } from './view-program'

const terms = termsOf(recommended) as Terms

const CHECK_IN = '每天 2 积分，连签奖励：连续 7 天送 30 积分、新会员连续 7 天送 100 积分（一次）'

const numbers: Partial<Record<Rule, Pick<Remark, 'expected' | 'found'>>> = {
  ANNIVERSARY_BACKDATED: { expected: '2026-11-22', found: '2026-11-21' },
  CAMPAIGN_NEVER_ON: { expected: '2026-12-01', found: '2026-11-01' },
  NOTICE_TOO_SHORT: { expected: '2026-12-22', found: '2026-11-22' },
  DAY_DEAR: { expected: '2026-12-18', found: 21 },
  WORDS_FORBIDDEN: { found: '最终解释权' },
  TIER_UNKNOWN: { found: 'gold' },
  BRANCH_UNKNOWN: { found: 'jingan' },
  NAME_TWICE: { found: 'gold' },
}
const remark = (rule: Rule, at: string): Remark => ({
  rule,
  grade: 'warning',
  at,
  ...(numbers[rule] ?? { expected: 10_000, found: 20_000 }),
})

test.each(LintRule.options)('%s is told in plain words', (rule) => {
  const { words, place } = sayRemark(remark(rule, 'earn'), terms)
  expect(words).toMatch(/[\u4e00-\u9fff]{4,}/)
  expect(words).not.toMatch(/undefined|null|NaN|[A-Z]{3}/)
  expect(place).toMatch(/[\u4e00-\u9fff]/)
})

test.each([
  ['earn.pointsPerYuan', 'base', '消费积分'],
  ['earn.campaigns.0.name', 'campaigns', '活动「会员日」'],
  ['tiers.1', 'tiers', '等级「金卡会员」'],
  ['tiers', 'tiers', '等级'],
  ['rewards.0', 'rewards', '奖励「任选小菜一份」'],
  ['earn', 'bonus', '得积分的办法'],
  ['earn.stacking', 'stacking', '叠加'],
  ['checkIn.milestones.0', 'checkIn', '签到'],
  ['questionnaire.questions.1.options.2', 'questionnaire', '问卷'],
  ['stampCard.reward', 'stampCard', '集杯卡'],
])('a remark at %s is about %s: %s', (at, section, place) => {
  expect(sayRemark(remark('REWARD_POOR', at), terms)).toMatchObject({ section, place })
})

test.each([
  [
    { at: 'stampCard', before: null, after: { stamps: 10, atLeast: 3_000, reward: 'drink' } },
    '集杯卡',
    '无',
    '每单满 ¥30 一枚，10 枚送现制饮品一杯',
  ],
  [{ at: 'stampCard.stamps', before: 10, after: 8 }, '集满', '10 枚', '8 枚'],
  [{ at: 'stampCard.atLeast', before: 3_000, after: 2_550 }, '集一枚要满', '¥30', '¥25.50'],
  [{ at: 'stampCard.reward', before: 'drink', after: 'gone' }, '集满送', '现制饮品一杯', 'gone'],
  [{ at: 'earn.pointsPerYuan', before: 1, after: 2 }, '每消费 1 元', '1 积分', '2 积分'],
  [{ at: 'checkIn', before: null, after: terms.checkIn }, '签到', '无', CHECK_IN],
  [{ at: 'checkIn.where', before: 'anywhere', after: 'restaurant' }, '在哪里签到', '随时随地', '到店扫桌码'],
  [{ at: 'tiers.gold.multiplierBp', before: 12_000, after: 13_000 }, '等级加成「金卡会员」', '×1.2', '×1.3'],
  [{ at: 'earn.newMember', before: null, after: { days: 7, bp: 20_000 } }, '新会员加倍', '无', '×2'],
  [
    { at: 'earn.thresholds', before: [], after: [{ amount: 20_000, points: 50 }] },
    '满额加赠',
    '无',
    '满 ¥200 送 50',
  ],
  [
    { at: 'earn.campaigns.member-day.days.holidays', before: null, after: ['qixi', 'christmas'] },
    '活动在哪些节日「会员日」',
    '无',
    '七夕、圣诞节',
  ],
  [
    { at: 'earn.campaigns.member-day.branches', before: null, after: ['jingan'] },
    '活动门店「会员日」',
    '全部',
    'jingan',
  ],
  [{ at: 'earn.stacking.mostBp', before: 40_000, after: null }, '加倍上限', '×4', '不限'],
  [
    { at: 'caps.spend', before: null, after: { points: 1000, over: 'review' } },
    '每日上限「消费」',
    '不限',
    '1,000 积分，超出的店长确认',
  ],
  [
    { at: 'caps.engage.over', before: 'later', after: 'drop' },
    '每日上限「签到和任务」',
    '之后几天到账',
    '不再计入',
  ],
  [{ at: 'limits.manager.adjustment', before: null, after: 500 }, '一个人能加扣「店长」', '不限', '500 积分'],
  [
    { at: 'anniversary', before: null, after: { points: 88, from: '2027-01-01' } },
    '入会周年礼',
    '无',
    '每年送 88 积分，从 2027年1月1日 起',
  ],
  [
    { at: 'earn.jubilees', before: [], after: [{ bill: 100, points: 200 }] },
    '消费纪念',
    '无',
    '第 100 次送 200 积分',
  ],
  [
    { at: 'questionnaire', before: null, after: presets.points?.questionnaire },
    '问卷',
    '无',
    '「用餐感受小问卷」3 题，送 30 积分',
  ],
  [{ at: 'questionnaire.points', before: 30, after: 20 }, '填写问卷', '30 积分', '20 积分'],
  [{ at: 'limits.clerk.bill', before: 1, after: 2 }, 'limits.clerk.bill', '1', '2'],
])('the change %j is said: %s', (change, name, before, after) => {
  expect(sayChange(change, terms)).toEqual({ at: change.at, name, before, after })
})

test('a version is to come, valid or over', () => {
  const version = (name: string, validFrom: string) => ({
    version: name,
    validFrom,
    publishedBy: null,
    publishedAt: null,
  })
  const published = [version('c', '2026-12-01'), version('b', '2026-11-22'), version('a', '2015-01-01')]
  const states = viewVersions({ published, version: 'b', today: '2026-11-22' }).map(({ state }) => state)
  expect(states).toEqual(['将要生效', '正在生效', '已结束'])
})

test('C-43: the earliest day is after the notice, and one that no version has', () => {
  expect(noticeDay([remark('NOTICE_TOO_SHORT', 'tiers'), remark('EXPIRES_SOON', 'expiry.months')])).toBe(
    '2026-12-22',
  )
  expect(noticeDay([remark('EXPIRES_SOON', 'expiry.months')])).toBeUndefined()
  expect(freeDay('2026-12-31', ['2026-12-31', '2027-01-01'])).toBe('2027-01-02')
})

test('how it stands is one line', () => {
  expect(sayStanding(false, null)).toEqual({ words: '有几处没有填对', tone: 'bad' })
  const view = sayRemark(remark('EXPIRES_SOON', 'expiry.months'), terms)
  const judged = { day: '', changes: [], remarks: [view, view], errors: 1 }
  expect(sayStanding(true, judged).words).toBe('1 处必须改，1 处看看')
  expect(sayStanding(true, { ...judged, remarks: [], errors: 0 }).words).toBe('没有问题')
})
