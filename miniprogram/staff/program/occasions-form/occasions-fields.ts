import type { Terms } from '../form'
import { readDiscount, readWhole, typeDiscount } from '../read-number'
import type { Reader } from '../reader'

/** Anniversaries and jubilees while they are typed. */
export interface OccasionsFields {
  anniversary: 'none' | 'on'
  anniversaryPoints: string
  /** Empty until a day is chosen. */
  anniversaryFrom: string
  jubilees: { bill: string; points: string }[]
  birthdayDiscount: 'none' | 'on'
  /** `5` is 五折. */
  birthdayPay: string
}

const MOST_POINTS = 1_000_000
const LAST_BILL = 10_000
/** What stands in a field that nobody has used yet. */
const USUAL_POINTS = '100'
const HALF_BP = 5_000
/** 一折: the linter says why not less. */
const CHEAPEST_BP = 1_000

export const occasionsOf = ({ anniversary, earn, birthdayDiscount }: Terms): OccasionsFields => ({
  anniversary: anniversary === null ? 'none' : 'on',
  anniversaryPoints: anniversary === null ? USUAL_POINTS : String(anniversary.points),
  anniversaryFrom: anniversary?.from ?? '',
  jubilees: earn.jubilees.map(({ bill, points }) => ({ bill: String(bill), points: String(points) })),
  birthdayDiscount: birthdayDiscount === null ? 'none' : 'on',
  birthdayPay: typeDiscount(birthdayDiscount?.payBp ?? HALF_BP),
})

export function readAnniversary(form: OccasionsFields, reader: Reader): Terms['anniversary'] {
  if (form.anniversary === 'none') return null
  if (form.anniversaryFrom === '') reader.refuse('anniversaryFrom', '请选从哪天起')
  const points = reader.number('anniversaryPoints', readWhole(form.anniversaryPoints, 1, MOST_POINTS))
  return { points, from: form.anniversaryFrom }
}

export const readJubilees = (form: OccasionsFields, reader: Reader): Terms['earn']['jubilees'] =>
  form.jubilees.map(({ bill, points }, i) => ({
    bill: reader.number(`jubilees.${i}.bill`, readWhole(bill, 2, LAST_BILL)),
    points: reader.number(`jubilees.${i}.points`, readWhole(points, 1, MOST_POINTS)),
  }))

export const readBirthdayDiscount = (form: OccasionsFields, reader: Reader): Terms['birthdayDiscount'] =>
  form.birthdayDiscount === 'none'
    ? null
    : { payBp: reader.number('birthdayPay', readDiscount(form.birthdayPay, CHEAPEST_BP)) }
