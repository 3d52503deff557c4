import type { BusinessDay, CheckIn, Points, Program, Reward, RewardId, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { memberDay } from './member-day'
import { noRoute } from './no-route'
import { usualLimits } from './usual-limits'

type Shelf = [
  id: string,
  name: string,
  category: Reward['category'],
  points: number,
  worth: number,
  stock: number | null,
  description: string,
]

/** Seven steps from a small treat to a big dream, the first within the registration points. C-01, C-15. */
const SHELF: Shelf[] = [
  ['side-dish', '任选小菜一份', 'snack', 50, 1000, null, '凉拌黄瓜、卤味拼盘、时令泡菜任选其一'],
  ['drink', '现制饮品一杯', 'drink', 100, 1500, null, '桂花酸梅汤、手打柠檬茶，冷热皆可'],
  ['dessert', '今日甜品一份', 'treat', 150, 1800, 60, '每日限量现做，售完即止'],
  ['signature-dish', '招牌菜一份', 'dish', 300, 4800, null, '主厨推荐：松露野菌烧豆腐'],
  ['main-dish', '免费主菜一份', 'dish', 500, 6800, null, '主菜单任选一道'],
  ['set-for-two', '双人套餐', 'set', 1000, 16800, 30, '两荤两素一汤，含饮品两杯'],
  ['feast', '免单宴请', 'treat', 2000, 20000, 10, '单笔账单最高减免 200 元'],
]

const bySpend = (spend: number): Tier['reach'] => ({ ...noRoute, spend: fen(spend) })

/** Points are the privilege, not prices: 10 % off every bill costs more than all of the points. LVL-01 to LVL-03. */
const TIERS: Tier[] = [
  {
    id: 'silver',
    name: '银卡会员',
    reach: noRoute,
    multiplierBp: 10_000,
    payBp: 10_000,
    privileges: ['消费 1 元积 1 分', '生日月积分翻倍', '每月 18 日会员日双倍积分'],
    gift: null,
    birthdayGift: points(0),
  },
  {
    id: 'gold',
    name: '金卡会员',
    reach: bySpend(100_000),
    multiplierBp: 12_000,
    payBp: 10_000,
    privileges: ['每笔消费积分 ×1.2', '排队优先入座', '新菜上市先尝'],
    gift: { points: points(100), words: '感谢您一路相伴，欢迎成为金卡会员' },
    birthdayGift: points(0),
  },
  {
    id: 'diamond',
    name: '钻石会员',
    reach: bySpend(500_000),
    multiplierBp: 15_000,
    payBp: 10_000,
    privileges: ['每笔消费积分 ×1.5', '包间优先预订', '店长专属接待', '排队优先入座'],
    gift: { points: points(300), words: '您是我们最珍贵的客人，欢迎成为钻石会员' },
    birthdayGift: points(0),
  },
]

/**
 * A week gives 44 points and a month less than the 200 that two meals earn: a reason to think of us, not
 * another way to dine. A newcomer finds a reward within his first weeks. ENG-01 to ENG-03, C-03.
 */
const CHECK_IN: CheckIn = {
  daily: points(2),
  round: 7,
  milestones: [
    { day: 7, points: points(30), audience: 'all', once: false },
    { day: 7, points: points(100), audience: 'new', once: true },
  ],
  newDays: 14,
  where: 'anywhere',
}

/** The default: the two sources' conflicts resolved. EARN-02, EARN-04, EARN-05, EARN-06, EARN-10, EXP-01, C-13. */
export const recommended: Program = {
  version: 'recommended-1',
  validFrom: '2015-01-01' as BusinessDay,
  earn: {
    pointsPerYuan: 1,
    registration: points(100),
    profile: points(20),
    firstOrder: { mode: 'flat', points: points(100) },
    birthday: { window: 'month', bp: 20_000 },
    nthOfMonth: null,
    newMember: null,
    thresholds: [],
    jubilees: [],
    campaigns: [memberDay],
    stacking: { combine: 'multiply', multiplyAdditions: false, mostBp: 40_000 },
  },
  /** A table of ten twice in the month of birth is looked at, and loses nothing. C-10. */
  caps: {
    spend: { points: points(2000), over: 'review' },
    engage: { points: points(200), over: 'later' },
    referral: { points: points(1000), over: 'review' },
    grant: null,
  },
  expiry: { months: 12, returnedDays: 30, exempt: null },
  checkIn: CHECK_IN,
  tiers: TIERS,
  /** 500 yuan in a quarter; nothing at all loses one tier, too little is warned of first. DOWN-02, C-27. */
  keep: { period: { kind: 'quarter' }, minSpend: fen(50_000), tooLittle: 'warn', pauses: true },
  tierSales: [],
  anniversary: null,
  discountAt: 'desk',
  birthdayDiscount: null,
  rewards: SHELF.map(([id, name, category, price, worth, stock, description]) => ({
    id: id as RewardId,
    name,
    description,
    category,
    picture: `/assets/rewards/${id}.svg`,
    points: points(price) as Points,
    worth: fen(worth),
    stock,
    perDay: null,
    branches: null,
  })),
  /** One reason to come back is enough to explain; a house that sells by the cup turns it on. CAMP-09, C-15. */
  stampCard: null,
  /** A friend's first order gives both 100 points, seven days later. C-20. */
  referral: {
    rules: [
      {
        trigger: 'firstPaidOrder',
        beneficiary: 'both',
        formula: { kind: 'fixed', points: points(100) },
        atLeast: fen(0),
      },
    ],
    perMonth: 5,
    pendingDays: 7,
  },
  questionnaire: null,
  redemptionDays: 30,
  /** C-12: each with its true day, and never more than two messages a week. */
  reminders: {
    expiryDays: [30, 15, 7],
    statementDay: 1,
    affordable: 'once',
    arrivals: true,
    tiers: true,
    birthdayDays: 3,
    messagesAWeek: 2,
  },
  limits: usualLimits,
}
