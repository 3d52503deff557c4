import * as z from 'zod'
import { Barred } from './bar'
import { BirthdayPrice } from './discount'
import { Round } from './engagement'
import { LedgerLine } from './entry'
import { Goal } from './goal'
import {
  BasisPoints,
  Birthday,
  BusinessDay,
  Fen,
  MaskedPhone,
  MemberId,
  PersonName,
  Points,
  RewardId,
} from './primitives'
import { procedure } from './procedure'
import { Reward } from './program'
import { Questionnaire } from './questionnaire'
import { Referral } from './referral'
import { MaskedName, ReferralCode } from './referral-page'
import { StampedCard } from './stamp-card'
import { Route } from './tiers'

const TierStanding = z.object({
  id: z.string(),
  name: z.string(),
  multiplierBp: BasisPoints,
  payBp: BasisPoints,
  next: z
    .object({
      id: z.string(),
      name: z.string(),
      multiplierBp: BasisPoints,
      payBp: BasisPoints,
      /** The nearest way there; what is asked and missing is fen or points. C-25. */
      route: Route,
      asked: z.int(),
      missing: z.int(),
      progressBp: BasisPoints,
    })
    .nullable(),
})

/** What a guest is told in one sentence. UX-03. */
const Rules = z.object({
  pointsPerYuan: z.int(),
  /** Null when points never expire. */
  months: z.int().nullable(),
})

/** What a guest sees who has not joined yet. */
const Welcome = z.object({
  joined: z.literal(false),
  registration: Points,
  rules: Rules,
  /** Who invites him and what for; null when nobody does, or nothing is given. */
  invited: z.object({ by: MaskedName.nullable(), terms: Referral }).nullable(),
  /** The first rewards in reach, cheapest first. */
  rewards: z.array(
    z.object({ id: RewardId, name: z.string(), picture: z.string(), points: Points, worth: Fen }),
  ),
})

const Card = z.object({
  joined: z.literal(true),
  member: MemberId,
  name: PersonName.nullable(),
  birthday: Birthday.nullable(),
  /** Null when he has given none. */
  phone: MaskedPhone.nullable(),
  balance: Points,
  rules: Rules,
  tier: TierStanding,
  /** The cheapest reward not in reach yet; null when everything is. */
  goal: Goal.nullable(),
  /** The dearest reward in reach, if any. */
  best: Goal.nullable(),
  affordable: z.int(),
  /** What expires soonest, and when; null when nothing does. EXP-05. */
  expiring: z.object({ points: Points, on: BusinessDay }).nullable(),
  /** Why nothing expires: he is loyal, or the points live for ever. C-14. */
  keeps: z.enum(['frozen', 'forever']).nullable(),
  /** Points taken back after he had used them; what he earns pays them first. */
  debt: Points,
  /** His card of stamps, what earns one, and what a full one gives; null where there is none. CAMP-09. */
  stampCard: StampedCard.extend({
    atLeast: Fen,
    reward: Reward.pick({ id: true, name: true, picture: true, worth: true }),
  }).nullable(),
  /** Null while he is not on the blacklist. RISK-04. */
  barred: Barred.nullable(),
  /** His round of check-ins; null where there is none. ENG-01. */
  checkIn: Round.pick({ isDone: true, streak: true, next: true }).extend({ points: Points }).nullable(),
  /** What he is asked and has not answered; null where there is nothing. EARN-13. */
  questionnaire: Questionnaire.pick({ title: true, points: true }).nullable(),
  /** Null where there is none. BDAY-01. */
  birthdayPrice: BirthdayPrice.nullable(),
  /** Names of the campaigns that are on today and for him. CAMP-02. */
  campaigns: z.array(z.string()),
  latest: z.array(LedgerLine),
  /** Number of the newest ledger line: ask `points.arrivals` for what comes after it. */
  seq: z.int(),
  /** Letters he has not read. */
  unread: z.int(),
  /** Bringing a friend is worth something here. */
  invites: z.boolean(),
})

/** PAGE-01. One call, one read. */
export const home = procedure({
  audience: 'diner',
  /** With the code of the friend who invites him, where there is one. */
  input: z.strictObject({ referral: ReferralCode.optional() }),
  output: z.discriminatedUnion('joined', [Welcome, Card]),
  refusals: [],
})
