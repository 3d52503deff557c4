import type { BusinessDay, Program, Reward, RewardId, Tier } from '../../contract'
import { fen, points } from '../amounts'
import { memberDay } from './member-day'
import { noRoute } from './no-route'
import { usualLimits } from './usual-limits'

const byLoad = (yuan: number) => ({ ...noRoute, load: fen(yuan * 100) })

/** By what was loaded. LVL-04 to LVL-07, LVL-14, EARN-20, WAL-02. */
const TIERS: Tier[] = [
  {
    id: 'plain',
    name: '普通会员',
    reach: noRoute,
    multiplierBp: 10_000,
    payBp: 10_000,
    privileges: ['消费积分'],
    gift: null,
    birthdayGift: points(0),
  },
  {
    id: 'silver',
    name: '银卡会员',
    reach: byLoad(500),
    multiplierBp: 12_000,
    payBp: 9500,
    privileges: ['95 折', '生日礼', '优先排队'],
    gift: null,
    birthdayGift: points(0),
  },
  {
    id: 'gold',
    name: '金卡会员',
    reach: byLoad(1000),
    multiplierBp: 15_000,
    payBp: 9000,
    privileges: ['9 折', '专属菜品', '每月免单券'],
    gift: null,
    birthdayGift: points(0),
  },
  {
    id: 'diamond',
    name: '钻石卡会员',
    reach: byLoad(2000),
    multiplierBp: 20_000,
    payBp: 8500,
    privileges: ['85 折', '专属包间', '店长接待'],
    gift: null,
    birthdayGift: points(0),
  },
]

type Dish = [
  id: string,
  picture: string,
  name: string,
  category: Reward['category'],
  points: number,
  worth: number,
]

/** RED-22, RED-24, RED-25. */
const DISHES: Dish[] = [
  ['signature-dish', 'signature-dish', '招牌菜一份', 'dish', 500, 4800],
  ['milk-tea', 'drink', '招牌奶茶一杯', 'drink', 500, 1500],
  ['pot-base', 'main-dish', '火锅锅底一份', 'dish', 1000, 5800],
]

/** What the owners' guide to stored value says about points, number by number. EARN-20, EARN-24, ENG-03, REF-02, REF-03. */
export const storedValuePreset: Program = {
  version: 'stored-value-1',
  validFrom: '2015-01-01' as BusinessDay,
  earn: {
    pointsPerYuan: 1,
    registration: points(0),
    profile: points(0),
    firstOrder: null,
    birthday: { window: 'month', bp: 20_000 },
    nthOfMonth: null,
    newMember: null,
    thresholds: [],
    jubilees: [],
    campaigns: [memberDay],
    stacking: { combine: 'multiply', multiplyAdditions: false, mostBp: null },
  },
  caps: { spend: null, engage: null, referral: null, grant: null },
  expiry: { months: 12, returnedDays: 30, exempt: null },
  tiers: TIERS,
  /** 500 yuan a quarter; only who spends nothing at all for three months loses one tier. DOWN-01, DOWN-02, C-27. */
  keep: { period: { kind: 'quarter' }, minSpend: fen(50_000), tooLittle: 'keep', pauses: false },
  tierSales: [],
  anniversary: null,
  discountAt: 'desk',
  /** Half price on the day. BDAY-01. */
  birthdayDiscount: { payBp: 5_000 },
  stampCard: null,
  rewards: DISHES.map(([id, picture, name, category, price, worth]) => ({
    id: id as RewardId,
    name,
    description: '',
    category,
    picture: `/assets/rewards/${picture}.svg`,
    points: points(price),
    worth: fen(worth),
    stock: null,
    perDay: null,
    branches: null,
  })),
  /** 500 for a friend who joins; 100 for both when he loads; five friends. EARN-24, REF-02, REF-03, RISK-09. */
  referral: {
    rules: [
      {
        trigger: 'register',
        beneficiary: 'referrer',
        formula: { kind: 'fixed', points: points(500) },
        atLeast: fen(0),
      },
      {
        trigger: 'load',
        beneficiary: 'both',
        formula: { kind: 'fixed', points: points(100) },
        atLeast: fen(0),
      },
    ],
    perMonth: 5,
    pendingDays: 7,
  },
  /** 10 a day and 50 more for seven in a row: 120 a week. ENG-03. */
  checkIn: {
    daily: points(10),
    round: 7,
    milestones: [{ day: 7, points: points(50), audience: 'all', once: false }],
    newDays: 30,
    where: 'anywhere',
  },
  questionnaire: null,
  redemptionDays: 30,
  /** EXP-07, BDAY-03. */
  reminders: {
    expiryDays: [30, 7],
    statementDay: null,
    affordable: 'once',
    arrivals: true,
    tiers: true,
    birthdayDays: 3,
    messagesAWeek: 2,
  },
  limits: usualLimits,
}
