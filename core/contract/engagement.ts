import * as z from 'zod'
import { CheckIn } from './check-in'
import { Anniversary, Campaign, Earn } from './earning'
import { BranchId, BusinessDay, IdempotencyKey, Points, RewardId } from './primitives'
import { procedure } from './procedure'
import { Answers, Questionnaire, QuestionnaireId } from './questionnaire'

/** The next day of a round that gives more than the others. */
const NextMilestone = z.object({ day: z.int(), points: Points, more: z.int() })

/** Where he is in his round of check-ins. */
export const Round = z.object({
  isDone: z.boolean(),
  /** Days in a row up to today, or up to yesterday while today is open. */
  streak: z.int(),
  days: z.array(z.object({ day: z.int(), isDone: z.boolean(), isToday: z.boolean(), points: Points })),
  next: NextMilestone.nullable(),
})

/** What is on today, what will be, and everything else that gives points, for the page to say in words. */
const Offers = z.object({
  today: BusinessDay,
  /** What is on today first, then what begins soonest. CAMP-02. */
  campaigns: z.array(
    z.object({
      campaign: Campaign,
      isToday: z.boolean(),
      /** The first day after today on which it is on; null when it is far away or over. */
      next: BusinessDay.nullable(),
      /** His tier is one of those it is for; true for who has not joined. */
      isForHim: z.boolean(),
    }),
  ),
  earn: Earn.omit({ campaigns: true, stacking: true }),
  checkIn: CheckIn.nullable(),
  anniversary: Anniversary.nullable(),
  /** Null where there is none. */
  questionnaire: Questionnaire.pick({ title: true, points: true })
    .extend({ isAnswered: z.boolean() })
    .nullable(),
  tiers: z.array(z.object({ id: z.string(), name: z.string() })),
  branches: z.array(z.object({ id: BranchId, name: z.string() })),
  rewards: z.array(z.object({ id: RewardId, name: z.string() })),
})

/** What brings a guest here between meals. */
export const engagement = {
  /** One call for the page of check-ins. ENG-01. */
  round: procedure({
    audience: 'diner',
    input: z.strictObject({}),
    output: z.object({
      round: Round,
      rules: CheckIn,
      balance: Points,
      /** The last day on which he is new; null when that is over, or nothing is for newcomers. */
      newUntil: BusinessDay.nullable(),
      /** He may check in where he is: anywhere, or by the table he has scanned today. */
      isHere: z.boolean(),
    }),
    refusals: ['NOT_A_MEMBER', 'CHECK_IN_OFF'],
  }),
  /** Once a business day, however often it is tapped. I11. */
  checkIn: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey }),
    output: z.object({
      streak: z.int().positive(),
      earned: Points,
      /** What of it waits. */
      pending: Points,
      balance: Points,
    }),
    refusals: ['NOT_A_MEMBER', 'CHECK_IN_OFF', 'BARRED', 'ALREADY_CHECKED_IN', 'NOT_AT_TABLE'],
  }),
  /** One call for the page of the questionnaire. EARN-13. */
  questionnaire: procedure({
    audience: 'diner',
    input: z.strictObject({}),
    output: z.object({ questionnaire: Questionnaire, isAnswered: z.boolean() }),
    refusals: ['NOT_A_MEMBER', 'QUESTIONNAIRE_OFF'],
  }),
  /** Once for each questionnaire, for ever. EARN-13. */
  answer: procedure({
    audience: 'diner',
    input: z.strictObject({ key: IdempotencyKey, questionnaire: QuestionnaireId, answers: Answers }),
    output: z.object({
      earned: Points,
      /** What of it waits. */
      pending: Points,
      balance: Points,
    }),
    refusals: [
      'NOT_A_MEMBER',
      'QUESTIONNAIRE_OFF',
      'BARRED',
      'ALREADY_ANSWERED',
      /** It is another one by now, or asks something else. */
      'QUESTIONNAIRE_CHANGED',
    ],
  }),
  /** PAGE-04. For members and for who thinks about it. */
  campaigns: procedure({ audience: 'diner', input: z.strictObject({}), output: Offers, refusals: [] }),
}
