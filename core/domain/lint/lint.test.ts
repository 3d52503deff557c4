import type {
  BranchId,
  BusinessDay,
  Campaign,
  CapGroup,
  Caps,
  CheckIn,
  Earn,
  Milestone,
  OverCap,
  Points,
  Program,
  Question,
  Questionnaire,
  Referral,
  ReferralRule,
  Reward,
  StampCard,
  Tier,
  TierKeep,
} from '../../contract'
import { LintRule, Remark } from '../../contract/remark'
import { fen, points } from '../amounts'
import { presets } from '../presets'
import { recommended } from '../presets/recommended'
import { lint } from './lint'

const day = (text: string) => text as BusinessDay
const around = { today: day('2026-11-22'), branches: ['jingan' as BranchId], before: null }

const earning = (earn: Partial<Earn>): Program => ({ ...recommended, earn: { ...recommended.earn, ...earn } })
const [firstReward] = recommended.rewards as [Reward]
const rewards = (...changes: Partial<Reward>[]): Program => ({
  ...recommended,
  rewards: changes.map((change) => ({ ...firstReward, ...change })),
})
const [silver, gold, diamond] = recommended.tiers as [Tier, Tier, Tier]
const asks = (tier: Tier, reach: Partial<Tier['reach']>): Tier => ({
  ...tier,
  reach: { ...tier.reach, ...reach },
})
const noRoute = { spend: null, points: null, yearPoints: null, load: null }
const sale = { tier: 'gold', points: points(800), days: 30 }
const keep = recommended.keep as TierKeep
const campaign = (over: Partial<Campaign>): Program => {
  const [memberDay] = recommended.earn.campaigns as [Campaign]
  return earning({ campaigns: [{ ...memberDay, ...over }] })
}
/** Member day counts double, and rewards cost half on it. */
const halved = (over: Partial<Campaign>): Program => {
  const [memberDay] = recommended.earn.campaigns as [Campaign]
  const effect = { kind: 'exchange' as const, bp: 5_000, rewards: null }
  return earning({ campaigns: [memberDay, { ...memberDay, id: 'half', effect, ...over }] })
}
const halvedFor = (rewards: string[] | null, bp = 5_000): Program =>
  halved({ effect: { kind: 'exchange', bp, rewards: rewards as Reward['id'][] | null } })
/** Nothing but silver, and one reward of 100 points that is worth so many fen. */
const dear = (worth: number, days = [18], tiers: string[] | null = null): Program => ({
  ...halved({ days: { kind: 'monthDays', days }, tiers }),
  tiers: [silver],
  rewards: [{ ...firstReward, points: points(100), worth: fen(worth) }],
})
const checkIns = recommended.checkIn as CheckIn
const milestone = (over: Partial<Milestone>, rules: Partial<CheckIn> = {}): Program => {
  const [first] = checkIns.milestones as [Milestone]
  return { ...recommended, checkIn: { ...checkIns, ...rules, milestones: [{ ...first, ...over }] } }
}
const share = { kind: 'share' as const, bp: 1_000 }
const fixed = (given: number) => ({ kind: 'fixed' as const, points: points(given) })
const bringing = (rule: Partial<ReferralRule>, over: Partial<Referral> = {}): Program => {
  const referral = recommended.referral as Referral
  const [first] = referral.rules as [ReferralRule]
  return { ...recommended, referral: { ...referral, rules: [{ ...first, ...rule }], ...over } }
}
const card: StampCard = { stamps: 10, atLeast: fen(3_000), reward: 'drink' as StampCard['reward'] }
const stamping = (over: Partial<StampCard>): Program => ({ ...recommended, stampCard: { ...card, ...over } })
const from = (validFrom: string, over: Partial<Program> = {}): Program => ({
  ...recommended,
  ...over,
  validFrom: day(validFrom),
})
const bringingFrom = (validFrom: string, ...[rule, over]: Parameters<typeof bringing>): Program =>
  from(validFrom, { referral: bringing(rule, over).referral })
const living = (months: number | null) => ({ ...recommended.expiry, months })
const reminding = (expiryDays: number[] | null): Program => ({
  ...recommended,
  reminders: expiryDays && recommended.reminders && { ...recommended.reminders, expiryDays },
})
const capped = (over: Partial<NonNullable<Caps['spend']>>): Program => ({
  ...recommended,
  caps: { ...recommended.caps, spend: { points: points(2000), over: 'review', ...over } },
})
const cappedAt = (group: CapGroup, most: number, over: OverCap = 'later'): Program => ({
  ...recommended,
  caps: { ...recommended.caps, [group]: { points: points(most), over } },
})
const jubilees = (...all: [bill: number, given: number][]): Program =>
  earning({ jubilees: all.map(([bill, given]) => ({ bill, points: points(given) })) })
const staying = (given: number, since: string): Program => ({
  ...recommended,
  anniversary: { points: points(given), from: day(since) },
})
const birthdayAt = (payBp: number): Program => ({ ...recommended, birthdayDiscount: { payBp } })
const loyalKept = { tiers: ['gold', 'diamond'], graceDays: 120 }
const exempting = (exempt: Program['expiry']['exempt']) => ({ ...recommended.expiry, exempt })
const keepsLoyal: Program = { ...recommended, expiry: exempting(loyalKept) }
const managerAdjusts = (adjustment: Points | null): Program => ({
  ...recommended,
  limits: { ...recommended.limits, manager: { ...recommended.limits.manager, adjustment } },
})
const asked = presets.points?.questionnaire as Questionnaire
const [firstQuestion, , lastQuestion] = asked.questions as [Question, Question, Question & { kind: 'choice' }]
const asking = (over: Partial<Questionnaire>): Program => ({
  ...recommended,
  questionnaire: { ...asked, ...over },
})
const [option] = lastQuestion.options as [(typeof lastQuestion.options)[number]]
const offering = (...ids: string[]): Question => ({
  ...lastQuestion,
  options: ids.map((id) => ({ ...option, id })),
})
const soon = '2026-12-21'
const later = '2026-12-22'

type Fixture = [rule: LintRule, what: string, program: Program, at: string[], before?: Program]

const cheaper = {
  ...recommended,
  rewards: recommended.rewards.map((r) => ({ ...r, points: points(r.points + 1) })),
}

const [weekly, newcomers] = checkIns.milestones as [Milestone, Milestone]
/** The 7th day of a newcomer: the day, the week and his task. */
const dayOfMost = checkIns.daily + weekly.points + newcomers.points
const largestGift = Math.max(...recommended.tiers.map(({ gift }) => gift?.points ?? 0))
const worseCheckIns: [what: string, over: Partial<CheckIn>, at: string[]][] = [
  ['fewer points a day', { daily: points(1) }, ['checkIn']],
  ['more points a day', { daily: points(3) }, []],
  ['a longer round', { round: 8 }, ['checkIn']],
  ['newcomers of 13 days', { newDays: 13 }, ['checkIn']],
  ['at the restaurant only', { where: 'restaurant' }, ['checkIn']],
  ['no milestone', { milestones: [] }, ['checkIn']],
  ['a smaller milestone', { milestones: [{ ...weekly, points: points(29) }, newcomers] }, ['checkIn']],
  [
    'a milestone for newcomers only',
    { milestones: [{ ...weekly, audience: 'new' }, newcomers] },
    ['checkIn'],
  ],
  ['a milestone only once', { milestones: [{ ...weekly, once: true }, newcomers] }, ['checkIn']],
  ['a milestone sooner', { milestones: [{ ...weekly, day: 6 }, newcomers] }, []],
]

const fixtures: Fixture[] = [
  [
    'TIERS_BROKEN',
    'the first tier from 1 fen on',
    { ...recommended, tiers: [{ ...silver, reach: { ...silver.reach, spend: fen(1) } }] },
    ['tiers.0.spend'],
  ],
  [
    'TIERS_BROKEN',
    'two tiers from the same spend on',
    { ...recommended, tiers: [silver, gold, { ...gold, id: 'other' }] },
    ['tiers.2.spend'],
  ],
  [
    'TIERS_BROKEN',
    'a tier that asks less points than the one below',
    {
      ...recommended,
      tiers: [silver, asks(gold, { points: points(500) }), asks(diamond, { points: points(500) })],
    },
    ['tiers.2.points'],
  ],
  [
    'TIERS_BROKEN',
    'a tier that asks a point more than the one below',
    {
      ...recommended,
      tiers: [silver, asks(gold, { points: points(500) }), asks(diamond, { points: points(501) })],
    },
    [],
  ],
  [
    'TIER_OUT_OF_REACH',
    'no way to gold',
    { ...recommended, tiers: [silver, asks(gold, noRoute), diamond] },
    ['tiers.1'],
  ],
  [
    'TIER_OUT_OF_REACH',
    'gold only for points',
    { ...recommended, tiers: [silver, asks(gold, noRoute), diamond], tierSales: [sale] },
    [],
  ],
  [
    'TIER_SALE_BROKEN',
    'the first tier and one that is not there',
    {
      ...recommended,
      tierSales: [
        { ...sale, tier: 'silver' },
        { ...sale, tier: 'platinum' },
      ],
    },
    ['tierSales.0', 'tierSales.1'],
  ],
  ['TIER_SALE_BROKEN', 'gold twice', { ...recommended, tierSales: [sale, sale] }, ['tierSales.1']],
  ['TIER_SALE_BROKEN', 'gold once', { ...recommended, tierSales: [sale] }, []],
  [
    'KEEP_DEARER_THAN_REACH',
    'a fen more to keep a tier than to reach one',
    { ...recommended, keep: { ...keep, minSpend: fen(100_001) } },
    ['keep.minSpend'],
  ],
  [
    'KEEP_DEARER_THAN_REACH',
    'as much to keep a tier as to reach one',
    { ...recommended, keep: { ...keep, minSpend: fen(100_000) } },
    [],
  ],
  [
    'DISCOUNT_DEEP',
    'fifteen of a hundred off',
    { ...recommended, tiers: [silver, gold, { ...diamond, payBp: 8_500 }] },
    [],
  ],
  [
    'DISCOUNT_DEEP',
    'more than 15 % off',
    { ...recommended, tiers: [silver, gold, { ...diamond, payBp: 8_499 }] },
    ['tiers.2.payBp'],
  ],
  [
    'DISCOUNT_AND_MULTIPLIER',
    '15 % off and more points',
    { ...recommended, tiers: [silver, gold, { ...diamond, payBp: 8_500 }] },
    ['tiers.2.payBp'],
  ],
  [
    'DISCOUNT_AND_MULTIPLIER',
    '10 % off and no more points',
    { ...recommended, tiers: [silver, { ...gold, payBp: 9_000, multiplierBp: 10_000 }, diamond] },
    [],
  ],
  [
    'WORDS_FORBIDDEN',
    'a privilege with the last word',
    { ...recommended, tiers: [silver, { ...gold, privileges: ['最终解释权归本店'] }, diamond] },
    ['tiers.1.privileges'],
  ],
  ['NAME_TWICE', 'two rewards of one id', rewards({}, {}), ['rewards.1']],
  ['BRANCH_UNKNOWN', 'a reward of a branch that is there', rewards({ branches: ['jingan' as BranchId] }), []],
  ['NAME_TWICE', 'two rewards of two ids', rewards({}, { id: 'tea' as Reward['id'] }), []],
  [
    'NAME_TWICE',
    'two tiers of one id',
    { ...recommended, tiers: [silver, { ...gold, id: 'silver' }] },
    ['tiers.1'],
  ],
  [
    'CAMPAIGN_NEVER_ON',
    'a campaign that ends before it begins',
    campaign({ from: day('2026-12-02'), to: day('2026-12-01') }),
    ['earn.campaigns.0'],
  ],
  [
    'CAMPAIGN_NEVER_ON',
    'a campaign of one day',
    campaign({ from: day('2026-12-02'), to: day('2026-12-02') }),
    [],
  ],
  ['NEVER_CLAIMED', 'a reward that may be claimed never on a day', rewards({ perDay: 0 }), ['rewards.0']],
  ['NEVER_CLAIMED', 'a reward that may be claimed once a day', rewards({ perDay: 1 }), []],
  [
    'NOTICE_TOO_SHORT',
    'a reward once a day, twice before',
    { ...rewards({ perDay: 1 }), validFrom: day(soon) },
    ['rewards'],
    rewards({ perDay: 2 }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'a reward twice a day, once before',
    { ...rewards({ perDay: 2 }), validFrom: day(soon) },
    [],
    rewards({ perDay: 1 }),
  ],
  ['EXCHANGE_NEEDS_A_BILL', 'half price from 1 fen on', halved({ atLeast: fen(1) }), ['earn.campaigns.1']],
  [
    'EXCHANGE_NEEDS_A_BILL',
    'half price at one branch',
    halved({ branches: ['jingan' as BranchId] }),
    ['earn.campaigns.1'],
  ],
  ['EXCHANGE_NEEDS_A_BILL', 'half price for gold', halved({ tiers: ['gold'] }), []],
  [
    'REWARD_UNKNOWN',
    'half price for nothing that there is',
    halvedFor(['drink', 'none']),
    ['earn.campaigns.1'],
  ],
  ['REWARD_UNKNOWN', 'half price for a drink', halvedFor(['drink']), []],
  ['EXCHANGE_FOR_NOTHING', '50 points at a fiftieth less a bit', halvedFor(null, 199), ['earn.campaigns.1']],
  ['EXCHANGE_FOR_NOTHING', '50 points at a fiftieth', halvedFor(null, 200), []],
  ['EXCHANGE_FOR_NOTHING', 'only what costs more', halvedFor(['drink'], 199), []],
  [
    'DAY_DEAR',
    'double points that buy twice as much, 8.58 yuan for 100 points',
    dear(858),
    ['earn.campaigns.1'],
  ],
  ['DAY_DEAR', '8.57 yuan for 100 points', dear(857), []],
  ['DAY_DEAR', 'the same on two days', dear(858, [19]), []],
  ['DAY_DEAR', 'one part for another tier', dear(858, [18], ['gold']), []],
  [
    'NOTICE_TOO_SHORT',
    'half price is 55 %',
    { ...halvedFor(null, 5_500), validFrom: day(soon) },
    ['earn.campaigns'],
    halvedFor(null),
  ],
  [
    'NOTICE_TOO_SHORT',
    'half price for fewer rewards',
    { ...halvedFor(['drink']), validFrom: day(soon) },
    ['earn.campaigns'],
    halvedFor(null),
  ],
  [
    'NOTICE_TOO_SHORT',
    'half price is 45 %, for more rewards',
    { ...halvedFor(null, 4_500), validFrom: day(soon) },
    [],
    halvedFor(['drink']),
  ],
  [
    'TIER_UNKNOWN',
    'a campaign for platinum',
    campaign({ tiers: ['silver', 'platinum'] }),
    ['earn.campaigns.0'],
  ],
  [
    'BRANCH_UNKNOWN',
    'a campaign elsewhere',
    campaign({ branches: ['pudong' as BranchId] }),
    ['earn.campaigns.0'],
  ],
  [
    'BRANCH_UNKNOWN',
    'a reward elsewhere',
    rewards({ branches: ['jingan' as BranchId, 'pudong' as BranchId] }),
    ['rewards.0'],
  ],
  [
    'WORDS_FORBIDDEN',
    'the last word',
    rewards({ description: '本店保留最终解释权' }),
    ['rewards.0.description'],
  ],
  [
    'WORDS_FORBIDDEN',
    'nothing given back',
    rewards({ description: '一经兑换概不退换' }),
    ['rewards.0.description'],
  ],
  ['WORDS_FORBIDDEN', 'points for sharing', campaign({ name: '分享立得20积分' }), ['earn.campaigns.0.name']],
  ['WORDS_FORBIDDEN', 'Moments', campaign({ name: '晒朋友圈' }), ['earn.campaigns.0.name']],
  ['WORDS_FORBIDDEN', 'a plain name', rewards({ name: '分享拼盘', description: '四人分享' }), []],
  [
    'NOTICE_TOO_SHORT',
    'fewer points in 29 days',
    from(soon, { earn: { ...recommended.earn, pointsPerYuan: 0 } }),
    ['earn.pointsPerYuan'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'fewer points in 30 days',
    from(later, { earn: { ...recommended.earn, pointsPerYuan: 0 } }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'more points tomorrow',
    from('2026-11-23', { earn: { ...recommended.earn, pointsPerYuan: 2 } }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'no birthday any more',
    from(soon, { earn: { ...recommended.earn, birthday: null } }),
    ['earn.birthday'],
    recommended,
  ],
  ['NOTICE_TOO_SHORT', 'a shorter life', from(soon, { expiry: living(11) }), ['expiry.months'], recommended],
  ['NOTICE_TOO_SHORT', 'no check-ins', from(soon, { checkIn: null }), ['checkIn'], recommended],
  ['NOTICE_TOO_SHORT', 'no check-ins in 30 days', from(later, { checkIn: null }), [], recommended],
  ...worseCheckIns.map(
    ([what, over, at]): Fixture => [
      'NOTICE_TOO_SHORT',
      what,
      from(soon, { checkIn: { ...checkIns, ...over } }),
      at,
      recommended,
    ],
  ),
  ['NOTICE_TOO_SHORT', 'codes of a day', from(soon, { redemptionDays: 29 }), ['redemptionDays'], recommended],
  ['NOTICE_TOO_SHORT', 'a tier less', from(soon, { tiers: [silver, gold] }), ['tiers'], recommended],
  [
    'NOTICE_TOO_SHORT',
    'a tier later',
    from(soon, {
      tiers: [silver, asks(gold, { spend: fen(100_001) }), diamond],
    }),
    ['tiers'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a tier that multiplies less',
    from(soon, { tiers: recommended.tiers.map((t) => ({ ...t, multiplierBp: 10_000 })) }),
    ['tiers'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a gift less',
    from(soon, { tiers: [silver, { ...gold, gift: null }, diamond] }),
    ['tiers'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a smaller gift',
    from(soon, { tiers: [silver, { ...gold, gift: { points: points(99), words: '恭喜' } }, diamond] }),
    ['tiers'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a larger gift',
    from(soon, { tiers: [silver, { ...gold, gift: { points: points(101), words: '恭喜' } }, diamond] }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a privilege less',
    from(soon, { tiers: [silver, { ...gold, privileges: gold.privileges.slice(1) }, diamond] }),
    ['tiers'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a privilege more',
    from(soon, { tiers: [silver, { ...gold, privileges: [...gold.privileges, '免费停车'] }, diamond] }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a route less',
    from(soon, { tiers: [silver, asks(gold, { spend: null }), diamond] }),
    ['tiers'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a route more',
    from(soon, { tiers: [silver, asks(gold, { points: points(500) }), diamond] }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'more to keep a tier',
    from(soon, { keep: { ...keep, minSpend: fen(50_001) } }),
    ['keep'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'less to keep a tier',
    from(soon, { keep: { ...keep, minSpend: fen(49_999) } }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'no warning',
    from(soon, { keep: { ...keep, tooLittle: 'lose' } }),
    ['keep'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'more forbearance',
    from(soon, { keep: { ...keep, tooLittle: 'keep' } }),
    [],
    recommended,
  ],
  ['NOTICE_TOO_SHORT', 'no pause', from(soon, { keep: { ...keep, pauses: false } }), ['keep'], recommended],
  [
    'NOTICE_TOO_SHORT',
    'shorter periods',
    from(soon, { keep: { ...keep, period: { kind: 'days', days: 89 } } }),
    ['keep'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'periods of 90 days',
    from(soon, { keep: { ...keep, period: { kind: 'days', days: 90 } } }),
    [],
    recommended,
  ],
  ['NOTICE_TOO_SHORT', 'nothing to keep', from(soon, { keep: null }), [], recommended],
  [
    'NOTICE_TOO_SHORT',
    'tiers that must be kept from now on',
    from(soon),
    ['keep'],
    { ...recommended, keep: null },
  ],
  [
    'NOTICE_TOO_SHORT',
    'a discount less',
    from(soon),
    ['tiers'],
    { ...recommended, tiers: [silver, { ...gold, payBp: 9_000 }, diamond] },
  ],
  ['NOTICE_TOO_SHORT', 'dearer rewards', from(soon, { rewards: cheaper.rewards }), ['rewards'], recommended],
  ['NOTICE_TOO_SHORT', 'cheaper rewards', from(soon), [], cheaper],
  ['NOTICE_TOO_SHORT', 'fewer rewards', from(soon, { rewards: [] }), ['rewards'], recommended],
  [
    'NOTICE_TOO_SHORT',
    'no bonus for the first order',
    from(soon, { earn: { ...recommended.earn, firstOrder: null } }),
    ['earn.firstOrder'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a smaller bonus for the first order',
    from(soon, { earn: { ...recommended.earn, firstOrder: { mode: 'flat', points: points(99) } } }),
    ['earn.firstOrder'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a larger bonus for the first order',
    from(soon, { earn: { ...recommended.earn, firstOrder: { mode: 'flat', points: points(101) } } }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'the first order from an amount on',
    from(soon, {
      earn: { ...recommended.earn, firstOrder: { mode: 'threshold', amount: fen(100), points: points(100) } },
    }),
    ['earn.firstOrder'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a first order that multiplies less',
    from(soon, { earn: { ...recommended.earn, firstOrder: { mode: 'multiplier', bp: 15_000 } } }),
    ['earn.firstOrder'],
    earning({ firstOrder: { mode: 'multiplier', bp: 20_000 } }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'the first order from a lower amount on',
    from(soon, {
      earn: { ...recommended.earn, firstOrder: { mode: 'threshold', amount: fen(100), points: points(100) } },
    }),
    [],
    earning({ firstOrder: { mode: 'threshold', amount: fen(101), points: points(100) } }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'new members for a day less',
    from(soon, { earn: { ...recommended.earn, newMember: { days: 6, bp: 20_000 } } }),
    ['earn.newMember'],
    earning({ newMember: { days: 7, bp: 20_000 } }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'new members for a day more',
    from(soon, { earn: { ...recommended.earn, newMember: { days: 8, bp: 20_000 } } }),
    [],
    earning({ newMember: { days: 7, bp: 20_000 } }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'no threshold',
    from(soon, { earn: { ...recommended.earn, thresholds: [] } }),
    ['earn.thresholds'],
    earning({ thresholds: [{ amount: fen(20_000), points: points(50) }] }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'a lower threshold',
    from(soon, { earn: { ...recommended.earn, thresholds: [{ amount: fen(19_900), points: points(50) }] } }),
    [],
    earning({ thresholds: [{ amount: fen(20_000), points: points(50) }] }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'a threshold that gives less',
    from(soon, { earn: { ...recommended.earn, thresholds: [{ amount: fen(20_000), points: points(49) }] } }),
    ['earn.thresholds'],
    earning({ thresholds: [{ amount: fen(20_000), points: points(50) }] }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign that ends before its day',
    from(soon, { earn: { ...recommended.earn, campaigns: [] } }),
    ['earn.campaigns'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign that had ended',
    from(soon, { earn: { ...recommended.earn, campaigns: [] } }),
    [],
    campaign({ to: day('2026-12-20') }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign that ends that very day',
    from(soon, { earn: { ...recommended.earn, campaigns: [] } }),
    ['earn.campaigns'],
    campaign({ to: day('2026-12-21') }),
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign that multiplies less',
    { ...campaign({ effect: { kind: 'multiplier', bp: 19_999 } }), validFrom: day(soon) },
    ['earn.campaigns'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign that multiplies more',
    { ...campaign({ effect: { kind: 'multiplier', bp: 20_001 } }), validFrom: day(soon) },
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign that adds instead',
    { ...campaign({ effect: { kind: 'addition', points: points(500) } }), validFrom: day(soon) },
    ['earn.campaigns'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a campaign on other days',
    { ...campaign({ days: { kind: 'monthDays', days: [8] } }), validFrom: day(soon) },
    ['earn.campaigns'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a lower end of what multiplies',
    from(soon, { earn: { ...recommended.earn, stacking: { ...recommended.earn.stacking, mostBp: 39_999 } } }),
    ['earn.stacking'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'no end of what multiplies',
    from(soon, { earn: { ...recommended.earn, stacking: { ...recommended.earn.stacking, mostBp: null } } }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'only the highest multiplier',
    from(soon, { earn: { ...recommended.earn, stacking: { ...recommended.earn.stacking, combine: 'max' } } }),
    ['earn.stacking'],
    recommended,
  ],
  [
    'EARNS_ONLY_FROM_AN_AMOUNT',
    '50 points from 200 yuan on and nothing else',
    earning({ pointsPerYuan: 0, thresholds: [{ amount: fen(20_000), points: points(50) }] }),
    ['earn.pointsPerYuan'],
  ],
  [
    'EARNS_ONLY_FROM_AN_AMOUNT',
    '50 points more from 200 yuan on',
    earning({ thresholds: [{ amount: fen(20_000), points: points(50) }] }),
    [],
  ],
  [
    'REWARD_POOR',
    '1 000 points for a cola',
    rewards({ points: points(1_000), worth: fen(2_999) }),
    ['rewards.0'],
  ],
  ['REWARD_POOR', '1 000 points for 30 yuan', rewards({ points: points(1_000), worth: fen(3_000) }), []],
  [
    'LADDER_HAS_A_HOLE',
    '50, then 151',
    rewards({ points: points(151) }, { id: 'b' as never, points: points(50) }),
    ['rewards'],
  ],
  [
    'LADDER_HAS_A_HOLE',
    '50, then 150',
    rewards({ points: points(150) }, { id: 'b' as never, points: points(50) }),
    [],
  ],
  [
    'FIRST_REWARD_FAR',
    '101 points with 100 for joining',
    rewards({ points: points(101) }),
    ['earn.registration'],
  ],
  ['FIRST_REWARD_FAR', '100 points with 100 for joining', rewards({ points: points(100) }), []],
  ['FIRST_REWARD_FAR', 'no rewards', rewards(), []],
  ['REGISTRATION_UNUSUAL', '49 points', earning({ registration: points(49) }), ['earn.registration']],
  ['REGISTRATION_UNUSUAL', '50 points', earning({ registration: points(50) }), []],
  ['REGISTRATION_UNUSUAL', '101 points', earning({ registration: points(101) }), ['earn.registration']],
  ['EXPIRES_SOON', '11 months', { ...recommended, expiry: living(11) }, ['expiry.months']],
  ['EXPIRES_SOON', '12 months', { ...recommended, expiry: living(12) }, []],
  ['EXPIRES_SOON', 'for ever', { ...recommended, expiry: living(null) }, []],
  ['NEVER_EXPIRES', 'for ever', { ...recommended, expiry: living(null) }, ['expiry.months']],
  ['NEVER_EXPIRES', '120 months', { ...recommended, expiry: living(120) }, []],
  ['TOO_MANY_WAYS', 'four ways', earning({ newMember: null, nthOfMonth: null, thresholds: [] }), ['earn']],
  ['TOO_MANY_WAYS', 'three ways', { ...earning({ campaigns: [] }), checkIn: null }, []],
  ['TOO_MANY_WAYS', 'three ways and check-ins', earning({ campaigns: [] }), ['earn']],
  [
    'MULTIPLIERS_HIGH',
    '×1.5 × 2 × 2 without an end',
    earning({ stacking: { combine: 'multiply', multiplyAdditions: false, mostBp: null } }),
    ['earn.stacking'],
  ],
  [
    'MULTIPLIERS_HIGH',
    'at most ×4',
    earning({ stacking: { combine: 'multiply', multiplyAdditions: false, mostBp: 40_000 } }),
    [],
  ],
  [
    'MULTIPLIERS_HIGH',
    'the highest of them',
    earning({ stacking: { combine: 'max', multiplyAdditions: false, mostBp: null } }),
    [],
  ],
  [
    'MULTIPLIERS_HIGH',
    'their additions: 1 + 0.5 + 1 + 1',
    earning({ stacking: { combine: 'add', multiplyAdditions: false, mostBp: null } }),
    [],
  ],
  ['OVER_BUDGET', 'two points a yuan', earning({ pointsPerYuan: 2 }), ['rewards']],
  ['NAME_TWICE', 'a questionnaire', asking({}), []],
  [
    'NAME_TWICE',
    'a question twice',
    asking({ questions: [firstQuestion, firstQuestion] }),
    ['questionnaire.questions.1'],
  ],
  [
    'NAME_TWICE',
    'an option twice',
    asking({ questions: [firstQuestion, offering('near', 'good', 'near')] }),
    ['questionnaire.questions.1.options.2'],
  ],
  ['WORDS_FORBIDDEN', 'a question', asking({ title: '转发朋友圈得积分' }), ['questionnaire.title']],
  [
    'WORDS_FORBIDDEN',
    'an option',
    asking({ questions: [{ ...lastQuestion, options: [{ id: 'a', words: '概不退换' }, option] }] }),
    ['questionnaire.questions.0'],
  ],
  ['QUESTIONNAIRE_REWRITTEN', 'the first', asking({}), []],
  ['QUESTIONNAIRE_REWRITTEN', 'the same', asking({}), [], asking({})],
  [
    'QUESTIONNAIRE_REWRITTEN',
    'other words',
    asking({ title: '新名字', questions: asked.questions.map((each) => ({ ...each, words: '改过的字' })) }),
    [],
    asking({}),
  ],
  ['QUESTIONNAIRE_REWRITTEN', 'more points', asking({ points: points(31) }), [], asking({})],
  ['QUESTIONNAIRE_REWRITTEN', 'fewer points', asking({ points: points(29) }), ['questionnaire'], asking({})],
  [
    'QUESTIONNAIRE_REWRITTEN',
    'a question less',
    asking({ questions: asked.questions.slice(1) }),
    ['questionnaire'],
    asking({}),
  ],
  [
    'QUESTIONNAIRE_REWRITTEN',
    'another option',
    asking({ questions: [...asked.questions.slice(0, 2), offering('near', 'good')] }),
    ['questionnaire'],
    asking({}),
  ],
  [
    'QUESTIONNAIRE_REWRITTEN',
    'as many other options',
    asking({
      questions: [
        ...asked.questions.slice(0, 2),
        offering(...lastQuestion.options.map(({ id }) => `${id}2`)),
      ],
    }),
    ['questionnaire'],
    asking({}),
  ],
  [
    'QUESTIONNAIRE_REWRITTEN',
    'one instead of several',
    asking({ questions: [...asked.questions.slice(0, 2), { ...lastQuestion, several: false }] }),
    ['questionnaire'],
    asking({}),
  ],
  [
    'QUESTIONNAIRE_REWRITTEN',
    'another questionnaire',
    asking({ id: 'second', questions: [firstQuestion] }),
    [],
    asking({}),
  ],
  ['QUESTIONNAIRE_REWRITTEN', 'no questionnaire any more', recommended, [], asking({})],
  ['QUESTIONNAIRE_DEAR', 'as much as the cheapest reward', asking({ points: points(50) }), []],
  ['QUESTIONNAIRE_DEAR', 'more', asking({ points: points(51) }), ['questionnaire.points']],
  ['QUESTIONNAIRE_DEAR', 'nothing to claim', { ...asking({ points: points(51) }), rewards: [] }, []],
  ['MILESTONE_UNREACHABLE', 'on the 8th of 7 days', milestone({ day: 8 }), ['checkIn.milestones.0']],
  ['MILESTONE_UNREACHABLE', 'on the 7th of 7 days', milestone({ day: 7 }), []],
  [
    'MILESTONE_UNREACHABLE',
    'for newcomers of 6 days on the 7th',
    milestone({ audience: 'new' }, { newDays: 6 }),
    ['checkIn.milestones.0'],
  ],
  [
    'MILESTONE_UNREACHABLE',
    'for newcomers of 7 days on the 7th',
    milestone({ audience: 'new' }, { newDays: 7 }),
    [],
  ],
  [
    'CHECK_IN_GENEROUS',
    '10 a day and 50 a week',
    milestone({ points: points(50) }, { daily: points(10) }),
    ['checkIn.daily'],
  ],
  [
    'CHECK_IN_GENEROUS',
    '50 a week: 200 in a month',
    milestone({ points: points(50) }, { daily: points(0) }),
    [],
  ],
  [
    'CHECK_IN_GENEROUS',
    '51 a week',
    milestone({ points: points(51) }, { daily: points(0) }),
    ['checkIn.daily'],
  ],
  ['OVER_BUDGET', 'one point a yuan', recommended, []],
  ['CODE_SHORT_LIVED', '6 days', { ...recommended, redemptionDays: 6 }, ['redemptionDays']],
  ['CODE_SHORT_LIVED', '7 days', { ...recommended, redemptionDays: 7 }, []],
  [
    'REFERRAL_NEVER_PAYS',
    'for loading, which nobody tells of',
    bringing({ trigger: 'load' }),
    ['referral.rules.0'],
  ],
  [
    'REFERRAL_NEVER_PAYS',
    'a share of joining',
    bringing({ trigger: 'register', formula: share }),
    ['referral.rules.0'],
  ],
  ['REFERRAL_NEVER_PAYS', 'a share of an order', bringing({ formula: share }), []],
  ['REFERRAL_UNCAPPED', 'any number a month', bringing({}, { perMonth: null }), ['referral.perMonth']],
  ['REFERRAL_UNCAPPED', 'five a month', bringing({}), []],
  ['REFERRAL_TOO_EARLY', 'after 6 days', bringing({}, { pendingDays: 6 }), ['referral.pendingDays']],
  ['REFERRAL_TOO_EARLY', 'after 7 days', bringing({}), []],
  ['REFERRAL_TOO_EARLY', 'for joining, at once', bringing({ trigger: 'register' }, { pendingDays: 0 }), []],
  ['REFERRAL_FOR_A_TAP', 'for joining', bringing({ trigger: 'register' }), ['referral.rules.0']],
  ['REFERRAL_FOR_A_TAP', 'for a first order', bringing({}), []],
  ['REFERRAL_DEAR', '500 points for each', bringing({ formula: fixed(500) }), ['referral']],
  ['REFERRAL_DEAR', '100 points for each', bringing({}), []],
  ['REFERRAL_DEAR', 'none at all', { ...recommended, referral: null }, []],
  [
    'NOTICE_TOO_SHORT',
    'nothing for friends any more',
    from(soon, { referral: null }),
    ['referral'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'less for a friend',
    bringingFrom(soon, { formula: fixed(99) }),
    ['referral'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'for who invites only',
    bringingFrom(soon, { beneficiary: 'referrer' }),
    ['referral'],
    recommended,
  ],
  ['NOTICE_TOO_SHORT', 'four a month', bringingFrom(soon, {}, { perMonth: 4 }), ['referral'], recommended],
  ['NOTICE_TOO_SHORT', 'a day later', bringingFrom(soon, {}, { pendingDays: 8 }), ['referral'], recommended],
  [
    'NOTICE_TOO_SHORT',
    'more for a friend',
    bringingFrom(soon, { formula: fixed(101) }, { perMonth: 6 }),
    [],
    recommended,
  ],
  ['NOT_REMINDED', 'points that lapse without a word', reminding(null), ['reminders.expiryDays']],
  ['NOT_REMINDED', 'no days to remind on', reminding([]), ['reminders.expiryDays']],
  ['NOT_REMINDED', 'one day to remind on', reminding([7]), []],
  ['NOT_REMINDED', 'points that never lapse', { ...reminding(null), expiry: living(null) }, []],
  ['CAP_DROPS_SPEND', 'what bills earn beyond the cap is lost', capped({ over: 'drop' }), ['caps.spend']],
  ['CAP_DROPS_SPEND', 'it comes on the next days', capped({ over: 'later' }), []],
  ['CAP_LOW', '99 points a day, and 100 for joining', capped({ points: points(99) }), ['caps.spend']],
  ['CAP_LOW', '100 points a day', capped({ points: points(100) }), []],
  [
    'CAP_LOW',
    'less than the first reward',
    { ...capped({ points: points(119) }), rewards: rewards({ points: points(120) }).rewards },
    ['caps.spend'],
  ],
  ['CAP_BELOW_GIFT', 'a day of check-ins does not fit', cappedAt('engage', dayOfMost - 1), ['caps.engage']],
  ['CAP_BELOW_GIFT', 'a day of check-ins fits', cappedAt('engage', dayOfMost), []],
  ['CAP_BELOW_GIFT', 'one friend does not fit', cappedAt('referral', 99), ['caps.referral']],
  ['CAP_BELOW_GIFT', 'one friend fits', cappedAt('referral', 100), []],
  [
    'CAP_BELOW_GIFT',
    'the largest gift of a tier does not fit',
    cappedAt('grant', largestGift - 1),
    ['caps.grant'],
  ],
  ['CAP_BELOW_GIFT', 'the largest gift of a tier fits', cappedAt('grant', largestGift), []],
  [
    'CAP_BELOW_GIFT',
    'no caps, and nothing given',
    { ...recommended, caps: { spend: null, engage: null, referral: null, grant: null }, checkIn: null },
    [],
  ],
  ['CAP_DROPS_GIFT', 'what a friend is worth is lost', cappedAt('referral', 1000, 'drop'), ['caps.referral']],
  ['CAP_DROPS_GIFT', 'what a tier gives is lost', cappedAt('grant', 9999, 'drop'), ['caps.grant']],
  ['CAP_DROPS_GIFT', 'it is reviewed', cappedAt('referral', 1000, 'review'), []],
  ['CAP_DROPS_GIFT', 'check-ins may be lost', cappedAt('engage', 1000, 'drop'), []],
  [
    'TIER_UNKNOWN',
    'an exemption of a tier that is not there',
    { ...recommended, expiry: exempting({ tiers: ['gold', 'jade'], graceDays: 90 }) },
    ['expiry.exempt'],
  ],
  ['TIER_UNKNOWN', 'an exemption of tiers that are there', keepsLoyal, []],
  ['NOTICE_TOO_SHORT', 'loyal members lose their exemption', from(soon), ['expiry.exempt'], keepsLoyal],
  [
    'NOTICE_TOO_SHORT',
    'one tier fewer is exempt',
    from(soon, { expiry: exempting({ ...loyalKept, tiers: ['gold'] }) }),
    ['expiry.exempt'],
    keepsLoyal,
  ],
  [
    'NOTICE_TOO_SHORT',
    'fewer days of grace',
    from(soon, { expiry: exempting({ ...loyalKept, graceDays: 119 }) }),
    ['expiry.exempt'],
    keepsLoyal,
  ],
  [
    'NOTICE_TOO_SHORT',
    'more members are exempt',
    from(soon, { expiry: exempting(loyalKept) }),
    [],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'returned points live a day less',
    from(soon, { expiry: { ...recommended.expiry, returnedDays: 29 } }),
    ['expiry.returnedDays'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'returned points live a day more',
    from(soon, { expiry: { ...recommended.expiry, returnedDays: 31 } }),
    [],
    recommended,
  ],
  ['CAP_LOW', 'no cap', { ...recommended, caps: { ...recommended.caps, spend: null } }, []],
  [
    'ADJUSTS_WITHOUT_LIMIT',
    'a manager gives any number of points alone',
    managerAdjusts(null),
    ['limits.manager.adjustment'],
  ],
  ['ADJUSTS_WITHOUT_LIMIT', 'a manager gives nothing alone', managerAdjusts(points(0)), []],
  [
    'NOTICE_TOO_SHORT',
    'a lower cap',
    from(soon, { caps: capped({ points: points(1999) }).caps }),
    ['caps.spend'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a cap where there was none',
    from(soon, { caps: { ...recommended.caps, grant: { points: points(9999), over: 'later' } } }),
    ['caps.grant'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'what was reviewed is dropped',
    from(soon, { caps: capped({ over: 'drop' }).caps }),
    ['caps.spend'],
    recommended,
  ],
  [
    'NOTICE_TOO_SHORT',
    'a higher cap, and what was reviewed comes by itself',
    from(soon, { caps: capped({ points: points(2001), over: 'later' }).caps }),
    [],
    recommended,
  ],
  ['JUBILEE_TWICE', 'one bill, two rules', jubilees([100, 50], [200, 50], [100, 60]), ['earn.jubilees.2']],
  ['JUBILEE_TWICE', 'each bill once', jubilees([100, 50], [200, 50]), []],
  ['ANNIVERSARY_BACKDATED', 'from yesterday', staying(88, '2026-11-21'), ['anniversary.from']],
  ['ANNIVERSARY_BACKDATED', 'from today', staying(88, '2026-11-22'), []],
  ['ANNIVERSARY_BACKDATED', 'promised so', staying(88, '2026-02-01'), [], staying(50, '2026-02-01')],
  [
    'ANNIVERSARY_BACKDATED',
    'earlier than promised',
    staying(88, '2026-01-31'),
    ['anniversary.from'],
    staying(88, '2026-02-01'),
  ],
  [
    'NOTICE_TOO_SHORT',
    'less for staying',
    from(soon, { ...staying(49, '2026-02-01') }),
    ['anniversary'],
    staying(50, '2026-02-01'),
  ],
  [
    'NOTICE_TOO_SHORT',
    'later for staying',
    from(soon, { ...staying(50, '2026-02-02') }),
    ['anniversary'],
    staying(50, '2026-02-01'),
  ],
  ['NOTICE_TOO_SHORT', 'nothing for staying', from(soon), ['anniversary'], staying(50, '2026-02-01')],
  [
    'NOTICE_TOO_SHORT',
    'less for a jubilee',
    from(soon, jubilees([100, 49])),
    ['earn.jubilees'],
    jubilees([100, 50]),
  ],
  ['NOTICE_TOO_SHORT', 'more for a jubilee', from(soon, jubilees([100, 51])), [], jubilees([100, 50])],
  ['BIRTHDAY_DISCOUNT_BROKEN', 'nearly nothing is paid', birthdayAt(999), ['birthdayDiscount']],
  ['BIRTHDAY_DISCOUNT_BROKEN', 'a tenth is paid', birthdayAt(1_000), []],
  ['BIRTHDAY_DISCOUNT_BROKEN', 'a little is off', birthdayAt(9_999), []],
  ['BIRTHDAY_DISCOUNT_BROKEN', 'nothing is off', birthdayAt(10_000), ['birthdayDiscount']],
  [
    'BIRTHDAY_DISCOUNT_BROKEN',
    'the till takes discounts off',
    { ...birthdayAt(5_000), discountAt: 'till' },
    ['birthdayDiscount'],
  ],
  ['BIRTHDAY_DISCOUNT_DEEP', 'less than half', birthdayAt(4_999), ['birthdayDiscount.payBp']],
  ['BIRTHDAY_DISCOUNT_DEEP', 'half', birthdayAt(5_000), []],
  [
    'NOTICE_TOO_SHORT',
    'a dearer birthday',
    from(soon, { birthdayDiscount: { payBp: 5_001 } }),
    ['birthdayDiscount'],
    birthdayAt(5_000),
  ],
  ['NOTICE_TOO_SHORT', 'a birthday as any day', from(soon), ['birthdayDiscount'], birthdayAt(5_000)],
  [
    'NOTICE_TOO_SHORT',
    'a cheaper birthday',
    from(soon, { birthdayDiscount: { payBp: 4_999 } }),
    [],
    birthdayAt(5_000),
  ],
  [
    'CAP_LOW',
    'a jubilee above the cap of its day',
    { ...jubilees([100, 2001]), caps: capped({}).caps },
    ['caps.spend'],
  ],
  [
    'CAP_BELOW_GIFT',
    'an anniversary above the cap of its day',
    { ...staying(88, '2027-01-01'), caps: cappedAt('grant', 87).caps },
    ['caps.grant'],
  ],
  ['NOTICE_TOO_SHORT', 'no card any more', from(soon), ['stampCard'], stamping({})],
  ['NOTICE_TOO_SHORT', 'one stamp more', from(soon, stamping({ stamps: 11 })), ['stampCard'], stamping({})],
  [
    'NOTICE_TOO_SHORT',
    'dearer stamps',
    from(soon, stamping({ atLeast: fen(3_001) })),
    ['stampCard'],
    stamping({}),
  ],
  [
    'NOTICE_TOO_SHORT',
    'another reward for a full card',
    from(soon, stamping({ reward: 'feast' as StampCard['reward'] })),
    ['stampCard'],
    stamping({}),
  ],
  [
    'NOTICE_TOO_SHORT',
    'fewer and cheaper stamps',
    from(soon, stamping({ stamps: 9, atLeast: fen(2_999) })),
    [],
    stamping({}),
  ],
  ['NOTICE_TOO_SHORT', 'a first card', from(soon, stamping({})), [], recommended],
  ['CARD_STAMPS_UNUSUAL', 'one stamp', stamping({ stamps: 1 }), ['stampCard.stamps']],
  ['CARD_STAMPS_UNUSUAL', 'two stamps', stamping({ stamps: 2 }), []],
  ['CARD_STAMPS_UNUSUAL', 'twenty stamps', stamping({ stamps: 20 }), []],
  ['CARD_STAMPS_UNUSUAL', 'twenty-one stamps', stamping({ stamps: 21 }), ['stampCard.stamps']],
  ['CARD_STAMPS_UNUSUAL', 'no card', recommended, []],
  [
    'CARD_REWARD_UNKNOWN',
    'a reward that there is not',
    stamping({ reward: 'cup' as StampCard['reward'] }),
    ['stampCard.reward'],
  ],
  ['CARD_REWARD_UNKNOWN', 'a reward that there is', stamping({}), []],
  ['CARD_REWARD_UNKNOWN', 'no card', recommended, []],
  ['CARD_GENEROUS', '15 yuan for 150: a tenth', stamping({ atLeast: fen(1_500) }), []],
  ['CARD_GENEROUS', '15 yuan for 149.90', stamping({ atLeast: fen(1_499) }), ['stampCard']],
  [
    'CARD_REWARD_RUNS_OUT',
    'a reward of which there are 60',
    stamping({ reward: 'dessert' as StampCard['reward'] }),
    ['stampCard.reward'],
  ],
  ['CARD_REWARD_RUNS_OUT', 'a reward without end', stamping({}), []],
]

/** What each rule of the linter is there for: a requirement, or a sentence where none asks for it. */
const REASONS: Record<LintRule, string> = {
  TIERS_BROKEN: 'C-24, C-25',
  TIER_OUT_OF_REACH: 'C-25',
  TIER_SALE_BROKEN: 'C-21',
  NAME_TWICE: 'one name is one thing',
  JUBILEE_TWICE: 'BDAY-05',
  ANNIVERSARY_BACKDATED: 'BDAY-05',
  BIRTHDAY_DISCOUNT_BROKEN: 'BDAY-01, C-51',
  BIRTHDAY_DISCOUNT_DEEP: 'BDAY-01, COST-06',
  CAMPAIGN_NEVER_ON: 'CAMP-01',
  EXCHANGE_NEEDS_A_BILL: 'CAMP-04',
  EXCHANGE_FOR_NOTHING: 'CAMP-04, FLASH-02',
  REWARD_UNKNOWN: 'CAMP-01',
  NEVER_CLAIMED: 'RISK-10',
  TIER_UNKNOWN: 'CAMP-01',
  BRANCH_UNKNOWN: 'CAMP-01',
  WORDS_FORBIDDEN: 'C-47',
  NOTICE_TOO_SHORT: 'RATE-03, C-43',
  EARNS_ONLY_FROM_AN_AMOUNT: 'EARN-30',
  REWARD_POOR: 'RED-27',
  LADDER_HAS_A_HOLE: 'C-15',
  FIRST_REWARD_FAR: 'C-01',
  REGISTRATION_UNUSUAL: 'EARN-03, C-01',
  EXPIRES_SOON: 'EXP-10',
  NEVER_EXPIRES: 'EXP-12',
  TOO_MANY_WAYS: 'EARN-32, C-08',
  MILESTONE_UNREACHABLE: 'C-03',
  CHECK_IN_GENEROUS: 'ENG-03, COST-06',
  QUESTIONNAIRE_REWRITTEN: 'EARN-13',
  QUESTIONNAIRE_DEAR: 'EARN-13, COST-06',
  MULTIPLIERS_HIGH: 'C-29',
  DAY_DEAR: 'C-23',
  OVER_BUDGET: 'COST-06',
  CODE_SHORT_LIVED: 'RED-28',
  REFERRAL_NEVER_PAYS: 'C-20',
  REFERRAL_UNCAPPED: 'RISK-09',
  REFERRAL_TOO_EARLY: 'REF-07',
  REFERRAL_FOR_A_TAP: 'C-47',
  REFERRAL_DEAR: 'COST-06',
  NOT_REMINDED: 'EXP-03',
  KEEP_DEARER_THAN_REACH: 'C-27',
  DISCOUNT_DEEP: 'LVL-03, COST-06',
  DISCOUNT_AND_MULTIPLIER: 'LVL-02, C-29',
  CAP_DROPS_SPEND: 'C-10',
  CAP_LOW: 'CAP-01',
  CAP_BELOW_GIFT: 'C-10',
  CAP_DROPS_GIFT: 'C-10, REF-07',
  ADJUSTS_WITHOUT_LIMIT: 'SEC-03',
  CARD_STAMPS_UNUSUAL: 'CAMP-09',
  CARD_REWARD_UNKNOWN: 'CAMP-09',
  CARD_GENEROUS: 'CAMP-09, COST-06',
  CARD_REWARD_RUNS_OUT: 'CAMP-09, RED-15',
}

test.each(fixtures.map(([rule, what, ...rest]) => ({ reason: REASONS[rule], rule, what, rest })))(
  '$reason: $rule: $what',
  ({ rule, rest }) => {
    const [program, at, before = null] = rest
    const remarks = lint(program, { ...around, before })
    expect(remarks.filter((remark) => remark.rule === rule).map((remark) => remark.at)).toEqual(at)
    expect(remarks.map((remark) => Remark.parse(remark))).toEqual(remarks)
  },
)

test('every rule has a fixture that breaks it and one that does not', () => {
  const both = LintRule.options.map((rule) => {
    const breaks = fixtures.filter(([name]) => name === rule).map(([, , , at]) => at.length > 0)
    return [rule, breaks.includes(true), breaks.includes(false)]
  })
  expect(both).toEqual(LintRule.options.map((rule) => [rule, true, true]))
})

test('what may not be published stands first', () => {
  const remarks = lint({ ...recommended, expiry: living(3), tiers: [gold] }, around)
  const errors = remarks.filter(({ grade }) => grade === 'error')
  expect(remarks.slice(0, errors.length)).toEqual(errors)
})

test.each(Object.keys(presets))('the programme %s that ships with the product can be published', (name) => {
  expect(lint(presets[name] as Program, around).filter(({ grade }) => grade === 'error')).toEqual([])
})

test('the default warns of one thing only: it has four ways to earn', () => {
  expect(lint(recommended, around).map(({ rule }) => rule)).toEqual(['TOO_MANY_WAYS'])
})
