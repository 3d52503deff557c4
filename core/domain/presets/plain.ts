import type { BusinessDay, Program } from '../../contract'
import { points } from '../amounts'
import { noRoute } from './no-route'

/** 1 point a yuan and nothing else: what a replay of real bills is checked against. */
export const plain: Program = {
  version: 'plain-1',
  validFrom: '2015-01-01' as BusinessDay,
  earn: {
    pointsPerYuan: 1,
    registration: points(0),
    profile: points(0),
    firstOrder: null,
    birthday: null,
    nthOfMonth: null,
    newMember: null,
    thresholds: [],
    jubilees: [],
    campaigns: [],
    stacking: { combine: 'multiply', multiplyAdditions: false, mostBp: null },
  },
  caps: { spend: null, engage: null, referral: null, grant: null },
  expiry: { months: 12, returnedDays: 30, exempt: null },
  checkIn: null,
  tiers: [
    {
      id: 'silver',
      name: '银卡会员',
      reach: noRoute,
      multiplierBp: 10_000,
      payBp: 10_000,
      privileges: [],
      gift: null,
      birthdayGift: points(0),
    },
  ],
  keep: null,
  tierSales: [],
  anniversary: null,
  discountAt: 'till',
  birthdayDiscount: null,
  rewards: [],
  stampCard: null,
  referral: null,
  questionnaire: null,
  redemptionDays: 30,
  reminders: null,
  limits: {
    clerk: { bill: null, reversal: null, adjustment: null },
    manager: { bill: null, reversal: null, adjustment: null },
    admin: { bill: null, reversal: null, adjustment: null },
  },
}
