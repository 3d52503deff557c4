import type { AnswerTo } from '../../services/cloud'
import { type CheckInFields, checkInFieldsOf } from './check-in-fields'
import { type OccasionsFields, occasionsOf } from './occasions-form/occasions-fields'
import { type QuestionnaireFields, questionnaireFieldsOf } from './questionnaire-fields'
import { type CapRow, capRowsOf, type LimitRow, limitRowsOf } from './read-caps'
import { typeTimes, typeYuan } from './read-number'
import { type ReferralFields, referralOf } from './referral-form/referral-fields'
import { type RemindersFields, remindersOf } from './reminders-form/reminders-fields'
import { type StampCardFields, stampCardOf } from './stamp-card-form/stamp-card-fields'
import { type TierForm, tierFormOf } from './tier-form'

export type Written = AnswerTo<'manager', 'program'>
export type Terms = Written['terms']
export type Campaign = Terms['earn']['campaigns'][number]

/** A programme as it stands on the page: what is typed is text until it is read. */
export interface Form
  extends CheckInFields,
    QuestionnaireFields,
    StampCardFields,
    TierForm,
    OccasionsFields,
    ReferralFields,
    RemindersFields {
  pointsPerYuan: string
  registration: string
  profile: string
  /** Whether points expire at all. */
  life: 'months' | 'never'
  lotMonths: string
  returnedDays: string
  exempt: 'none' | 'on'
  exemptTiers: string[]
  graceDays: string
  firstOrder: 'none' | 'flat' | 'threshold' | 'multiplier'
  firstPoints: string
  firstAmount: string
  firstTimes: string
  birthday: 'none' | 'month' | 'day'
  birthdayTimes: string
  nth: 'none' | 'on'
  nthOrders: string
  nthTimes: string
  newMember: 'none' | 'on'
  newDays: string
  newTimes: string
  thresholds: { amount: string; points: string }[]
  campaigns: Campaign[]
  combine: 'multiply' | 'max' | 'add'
  additions: 'plain' | 'multiplied'
  /** Empty for no limit. */
  mostTimes: string
  /** How often a member may claim each reward on a day; empty for no limit. */
  dailyLimits: { id: string; name: string; perDay: string }[]
  caps: CapRow[]
  adjustLimits: LimitRow[]
}

/** What stands in a field that nobody has used yet. */
const USUAL_TIMES = '2'

export function formOf(terms: Terms): Form {
  const { earn, checkIn, questionnaire, expiry, referral, reminders } = terms
  return {
    pointsPerYuan: String(earn.pointsPerYuan),
    registration: String(earn.registration),
    profile: String(earn.profile),
    ...expiryOf(expiry),
    ...referralOf(referral),
    ...remindersOf(reminders),
    ...checkInFieldsOf(checkIn),
    ...occasionsOf(terms),
    ...questionnaireFieldsOf(questionnaire),
    ...stampCardOf(terms),
    ...firstOrderOf(earn.firstOrder),
    birthday: earn.birthday?.window ?? 'none',
    birthdayTimes: timesOf(earn.birthday),
    nth: earn.nthOfMonth === null ? 'none' : 'on',
    nthOrders: (earn.nthOfMonth?.orders ?? [1, 3, 5]).join('、'),
    nthTimes: timesOf(earn.nthOfMonth),
    newMember: earn.newMember === null ? 'none' : 'on',
    newDays: String(earn.newMember?.days ?? 7),
    newTimes: timesOf(earn.newMember),
    thresholds: earn.thresholds.map(({ amount, points }) => ({
      amount: typeYuan(amount),
      points: String(points),
    })),
    campaigns: earn.campaigns,
    combine: earn.stacking.combine,
    additions: earn.stacking.multiplyAdditions ? 'multiplied' : 'plain',
    mostTimes: earn.stacking.mostBp === null ? '' : typeTimes(earn.stacking.mostBp),
    ...tierFormOf(terms),
    dailyLimits: terms.rewards.map(({ id, name, perDay }) => ({
      id,
      name,
      perDay: perDay === null ? '' : String(perDay),
    })),
    caps: capRowsOf(terms),
    adjustLimits: limitRowsOf(terms),
  }
}

const expiryOf = ({ months, returnedDays, exempt }: Terms['expiry']) => ({
  life: months === null ? ('never' as const) : ('months' as const),
  lotMonths: String(months ?? 12),
  returnedDays: String(returnedDays),
  exempt: exempt === null ? ('none' as const) : ('on' as const),
  exemptTiers: exempt?.tiers ?? [],
  graceDays: String(exempt?.graceDays ?? 90),
})

const timesOf = (rule: { bp: number } | null): string => (rule === null ? USUAL_TIMES : typeTimes(rule.bp))

const firstOrderOf = (rule: Terms['earn']['firstOrder']) => ({
  firstOrder: rule?.mode ?? ('none' as const),
  firstPoints: rule && rule.mode !== 'multiplier' ? String(rule.points) : '100',
  firstAmount: rule?.mode === 'threshold' ? typeYuan(rule.amount) : '100',
  firstTimes: rule?.mode === 'multiplier' ? typeTimes(rule.bp) : USUAL_TIMES,
})

/** The form with one field changed, by its name: `registration`, `tiers.1.times`, `questions.0.options.1.words`. */
export const setField = (form: Form, name: string, value: unknown): Form =>
  put(form, name.split('.'), value) as Form

function put(into: unknown, [field, ...rest]: string[], value: unknown): unknown {
  if (field === undefined) return value
  if (Array.isArray(into)) return into.map((row, i) => (i === Number(field) ? put(row, rest, value) : row))
  const fields = into as Record<string, unknown>
  return { ...fields, [field]: put(fields[field], rest, value) }
}

/** A campaign takes its place, or the end when it is new. */
export function putCampaign(campaigns: readonly Campaign[], campaign: Campaign): Campaign[] {
  const isThere = campaigns.some(({ id }) => id === campaign.id)
  return isThere
    ? campaigns.map((each) => (each.id === campaign.id ? campaign : each))
    : [...campaigns, campaign]
}
