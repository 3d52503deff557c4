import type { BusinessDay, Program, Reward, RewardId, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { firstImpression } from './first-impression'
import { noRoute } from './no-route'
import { usualLimits } from './usual-limits'

/** By points ever earned, so that burning them lowers nobody. LVL-01 to LVL-03, C-24. */
const TIERS: Tier[] = [
  {
    id: 'silver',
    name: '银卡会员',
    reach: noRoute,
    multiplierBp: 10_000,
    payBp: 10_000,
    privileges: ['消费 1 元积 1 分'],
    gift: null,
    birthdayGift: points(0),
  },
  {
    id: 'gold',
    name: '金卡会员',
    reach: { ...noRoute, points: points(1000) },
    multiplierBp: 12_000,
    payBp: 9000,
    privileges: ['消费享 9 折', '积分 1.2 倍'],
    gift: { points: points(0), words: '恭喜成为金卡会员，您的专属贺卡已送达' },
    birthdayGift: points(0),
  },
  {
    id: 'diamond',
    name: '钻石会员',
    reach: { ...noRoute, points: points(5000) },
    multiplierBp: 15_000,
    payBp: 8500,
    privileges: ['消费享 8.5 折', '积分 1.5 倍', '专属客服'],
    gift: { points: points(0), words: '恭喜成为钻石会员，您的专属贺卡已送达' },
    birthdayGift: points(0),
  },
]

type Step = [id: string, name: string, category: Reward['category'], points: number, worth: number]

/** What points buy, and what a guest thinks it is worth. RED-05 to RED-10. */
const LADDER: Step[] = [
  ['side-dish', '任选小菜一份', 'snack', 50, 1000],
  ['drink', '饮料一杯', 'drink', 100, 1500],
  ['signature-dish', '招牌菜 8 折券', 'dish', 200, 3000],
  ['main-dish', '免费主菜一份', 'dish', 500, 5000],
  ['set-for-two', '双人套餐 5 折券', 'set', 1000, 10_000],
  ['feast', '免单机会（上限 200 元）', 'treat', 2000, 20_000],
]

/**
 * The owners' guide to points, number by number. What it says of later phases, a threshold, an accelerator,
 * a first order that counts double, is one field each. EARN-01 to EARN-11, EARN-14, C-01 to C-03.
 */
export const pointsPreset: Program = {
  version: 'points-1',
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
    campaigns: [],
    stacking: { combine: 'multiply', multiplyAdditions: false, mostBp: null },
  },
  /** A thousand points a day; large ones are looked at first. CAP-01, CAP-02. */
  caps: {
    spend: { points: points(1000), over: 'review' },
    engage: { points: points(1000), over: 'review' },
    referral: { points: points(1000), over: 'review' },
    grant: { points: points(1000), over: 'review' },
  },
  expiry: { months: 12, returnedDays: 30, exempt: null },
  tiers: TIERS,
  keep: null,
  tierSales: [],
  anniversary: null,
  discountAt: 'desk',
  birthdayDiscount: null,
  stampCard: null,
  rewards: LADDER.map(([id, name, category, price, worth]) => ({
    id: id as RewardId,
    name,
    description: '',
    category,
    picture: `/assets/rewards/${id}.svg`,
    points: points(price),
    worth: fen(worth),
    stock: null,
    perDay: null,
    branches: null,
  })),
  /** A tenth of what the friend spends. EARN-11, REF-01. */
  referral: {
    rules: [
      {
        trigger: 'firstPaidOrder',
        beneficiary: 'referrer',
        formula: { kind: 'share', bp: 1000 },
        atLeast: fen(0),
      },
    ],
    perMonth: 5,
    pendingDays: 7,
  },
  /** 50 for seven days in a row; a new member's first seven 100 more. ENG-01, ENG-02, EARN-14. */
  checkIn: {
    daily: points(0),
    round: 7,
    milestones: [
      { day: 7, points: points(50), audience: 'all', once: false },
      { day: 7, points: points(100), audience: 'new', once: true },
    ],
    newDays: 30,
    where: 'anywhere',
  },
  questionnaire: firstImpression,
  redemptionDays: 30,
  /** EXP-03, EXP-11, RED-14. */
  reminders: {
    expiryDays: [30, 15, 7],
    statementDay: 1,
    affordable: 'once',
    arrivals: true,
    tiers: true,
    birthdayDays: null,
    messagesAWeek: 2,
  },
  limits: usualLimits,
}
