import type { BranchId, CheckIn, Program, Referral, RewardId, Tier } from '../../contract'
import { LintRule, Remark } from '../../contract/remark'
import { fen, points } from '../amounts'
import { presets } from '../presets'
import { firstImpression } from '../presets/first-impression'
import { noRoute } from '../presets/no-route'
import { plain } from '../presets/plain'
import { recommended } from '../presets/recommended'
import { lint } from './lint'
import {
  anyDay,
  earning,
  exchange,
  exempting,
  jubilees,
  living,
  running,
  shelf,
  staying,
} from './recommended-with'

const jingan = 'jingan' as BranchId
const around = { ...anyDay, branches: [jingan] }
const [silver, gold, diamond] = recommended.tiers as [Tier, Tier, Tier]
const but = (over: Partial<Program>): Program => ({ ...recommended, ...over })
const tiers = (over: Partial<Tier>) => but({ tiers: [silver, { ...gold, ...over }, diamond] })
const checkIn = (over: Partial<CheckIn>) => but({ checkIn: { ...(recommended.checkIn as CheckIn), ...over } })
const asking = (given: number) => but({ questionnaire: { ...firstImpression, points: points(given) } })
const birthday = (payBp: number) => but({ birthdayDiscount: { payBp } })
const card = (stamps: number, atLeast: number, reward: string) =>
  but({ stampCard: { stamps, atLeast: fen(atLeast), reward: reward as RewardId } })
const cap = (group: keyof Program['caps'], most: number) =>
  but({ caps: { ...recommended.caps, [group]: { points: points(most), over: 'drop' } } })
const referral = (over: Partial<Referral>, rule: Partial<Referral['rules'][number]> = {}) => {
  const usual = recommended.referral as Referral
  return but({ referral: { ...usual, rules: usual.rules.map((each) => ({ ...each, ...rule })), ...over } })
}
const thresholds = [{ amount: fen(20_000), points: points(50) }]

type Broken = [rule: LintRule, at: string, program: Program, before?: Program]

/** One programme for each place where a rule is broken: its numbers are proved beside the rule. */
const errors: Broken[] = [
  ['TIERS_BROKEN', 'tiers.1.spend', tiers({ reach: { ...noRoute, spend: fen(0) } })],
  ['TIER_OUT_OF_REACH', 'tiers.1', tiers({ reach: noRoute })],
  [
    'TIER_SALE_BROKEN',
    'tierSales.0',
    but({ tierSales: [{ tier: 'silver', points: points(800), days: 30 }] }),
  ],
  ['NAME_TWICE', 'rewards.1', shelf({}, {})],
  ['TIER_UNKNOWN', 'expiry.exempt', exempting(90, 'jade')],
  ['TIER_UNKNOWN', 'earn.campaigns.0', running({ tiers: ['jade'] })],
  [
    'CAMPAIGN_NEVER_ON',
    'earn.campaigns.0',
    running({ to: anyDay.today, from: '2015-01-02' as Program['validFrom'] }),
  ],
  ['BRANCH_UNKNOWN', 'earn.campaigns.0', running({ branches: ['pudong' as BranchId] })],
  ['EXCHANGE_NEEDS_A_BILL', 'earn.campaigns.0', running({ ...exchange(5000), atLeast: fen(1) })],
  ['REWARD_UNKNOWN', 'earn.campaigns.0', running(exchange(5000, 'soup'))],
  ['EXCHANGE_FOR_NOTHING', 'earn.campaigns.0', running(exchange(199))],
  ['MILESTONE_UNREACHABLE', 'checkIn.milestones.1', checkIn({ newDays: 6 })],
  ['JUBILEE_TWICE', 'earn.jubilees.1', jubilees([9, 50], [9, 50])],
  ['ANNIVERSARY_BACKDATED', 'anniversary.from', staying('2014-12-31')],
  ['QUESTIONNAIRE_REWRITTEN', 'questionnaire', asking(29), asking(30)],
  ['BIRTHDAY_DISCOUNT_BROKEN', 'birthdayDiscount', birthday(1)],
  ['BRANCH_UNKNOWN', 'rewards.0', shelf({ branches: ['pudong' as BranchId] })],
  ['CARD_STAMPS_UNUSUAL', 'stampCard.stamps', card(1, 30_000, 'drink')],
  ['CARD_REWARD_UNKNOWN', 'stampCard.reward', card(10, 3000, 'soup')],
  ['NEVER_CLAIMED', 'rewards.0', shelf({ perDay: 0 })],
  ['WORDS_FORBIDDEN', 'tiers.1.name', tiers({ name: '朋友圈会员' })],
  ['NOTICE_TOO_SHORT', 'redemptionDays', but({ redemptionDays: 29 }), recommended],
]

const warnings: Broken[] = [
  ['EARNS_ONLY_FROM_AN_AMOUNT', 'earn.pointsPerYuan', earning({ pointsPerYuan: 0, thresholds })],
  ['REWARD_POOR', 'rewards.0', shelf({ worth: fen(1) })],
  ['LADDER_HAS_A_HOLE', 'rewards', shelf({ points: points(50) }, { points: points(999) })],
  ['FIRST_REWARD_FAR', 'earn.registration', shelf({ points: points(999) })],
  ['REGISTRATION_UNUSUAL', 'earn.registration', earning({ registration: points(1) })],
  ['EXPIRES_SOON', 'expiry.months', living(1)],
  ['NEVER_EXPIRES', 'expiry.months', living(null)],
  ['TOO_MANY_WAYS', 'earn', recommended],
  ['MULTIPLIERS_HIGH', 'earn.stacking', earning({ stacking: plain.earn.stacking })],
  ['OVER_BUDGET', 'rewards', earning({ pointsPerYuan: 9 })],
  ['DAY_DEAR', 'earn.campaigns.1', running({}, { id: 'half', ...exchange(5000) })],
  ['CHECK_IN_GENEROUS', 'checkIn.daily', checkIn({ daily: points(99) })],
  ['QUESTIONNAIRE_DEAR', 'questionnaire.points', asking(999)],
  ['CODE_SHORT_LIVED', 'redemptionDays', but({ redemptionDays: 1 })],
  ['NOT_REMINDED', 'reminders.expiryDays', but({ reminders: null })],
  ['KEEP_DEARER_THAN_REACH', 'keep.minSpend', tiers({ reach: { ...noRoute, spend: fen(1) } })],
  ['DISCOUNT_DEEP', 'tiers.1.payBp', tiers({ payBp: 1 })],
  ['DISCOUNT_AND_MULTIPLIER', 'tiers.1.payBp', tiers({ payBp: 9999 })],
  ['BIRTHDAY_DISCOUNT_DEEP', 'birthdayDiscount.payBp', birthday(1000)],
  ['REFERRAL_NEVER_PAYS', 'referral.rules.0', referral({}, { trigger: 'load' })],
  ['REFERRAL_UNCAPPED', 'referral.perMonth', referral({ perMonth: null })],
  ['REFERRAL_TOO_EARLY', 'referral.pendingDays', referral({ pendingDays: 0 })],
  ['REFERRAL_FOR_A_TAP', 'referral.rules.0', referral({}, { trigger: 'register' })],
  ['REFERRAL_DEAR', 'referral', referral({}, { formula: { kind: 'fixed', points: points(999) } })],
  ['CAP_DROPS_SPEND', 'caps.spend', cap('spend', 9999)],
  ['CAP_LOW', 'caps.spend', cap('spend', 1)],
  ['CAP_BELOW_GIFT', 'caps.engage', cap('engage', 1)],
  ['CAP_DROPS_GIFT', 'caps.grant', cap('grant', 9999)],
  ['ADJUSTS_WITHOUT_LIMIT', 'limits.manager.adjustment', but({ limits: plain.limits })],
  ['CARD_GENEROUS', 'stampCard', card(2, 1, 'drink')],
  ['CARD_REWARD_RUNS_OUT', 'stampCard.reward', card(10, 3000, 'dessert')],
]

const graded = (grade: Remark['grade'], all: Broken[]) =>
  all.map(([rule, at, program, before = null]) => ({ grade, rule, at, program, before }))
const broken = [...graded('error', errors), ...graded('warning', warnings)]

test.each(broken)(
  '$grade: $rule is told at $at, in words of the contract',
  ({ program, before, ...told }) => {
    const remarks = lint(program, { ...around, before })
    expect(remarks.filter(({ rule }) => rule === told.rule)).toMatchObject([told])
    expect(remarks.map((remark) => Remark.parse(remark))).toEqual(remarks)
  },
)

test('every rule of the contract is broken by a programme', () => {
  expect([...new Set(broken.map(({ rule }) => rule))].sort()).toEqual([...LintRule.options].sort())
})

test('and by another not: with three ways to earn the default has no remark at all', () => {
  expect(lint({ ...running(), checkIn: null }, around)).toEqual([])
})

test('EARN-32: the default warns of one thing only: it has five ways to earn', () => {
  expect(lint(recommended, around)).toEqual([
    { rule: 'TOO_MANY_WAYS', grade: 'warning', at: 'earn', expected: 3, found: 5 },
  ])
})

test('what may not be published stands first, whatever else there is to say', () => {
  const grades = lint({ ...living(3), tiers: [gold] }, around).map(({ grade }) => grade)
  expect([...new Set(grades)]).toEqual(['error', 'warning'])
  expect(grades.indexOf('warning')).toBe(grades.lastIndexOf('error') + 1)
})

test.each(Object.keys(presets))('the programme %s that ships with the product can be published', (name) => {
  expect(lint(presets[name] as Program, around).filter(({ grade }) => grade === 'error')).toEqual([])
})
