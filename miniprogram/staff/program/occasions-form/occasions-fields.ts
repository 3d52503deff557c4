import type { Terms } from '../form'
import { readWhole } from '../read-number'
import type { Reader } from '../reader'

/** Anniversaries and jubilees while they are typed. */
export interface OccasionsFields {
  anniversary: 'none' | 'on'
  anniversaryPoints: string
  /** Empty until a day is chosen. */
  anniversaryFrom: string
  jubilees: { bill: string; points: string }[]
}

const MOST_POINTS = 1_000_000
const LAST_BILL = 10_000
/** What stands in a field that nobody has used yet. */
const USUAL_POINTS = '100'

export const occasionsOf = ({ anniversary, earn }: Terms): OccasionsFields => ({
  anniversary: anniversary === null ? 'none' : 'on',
  anniversaryPoints: anniversary === null ? USUAL_POINTS : String(anniversary.points),
  anniversaryFrom: anniversary?.from ?? '',
  jubilees: earn.jubilees.map(({ bill, points }) => ({ bill: String(bill), points: String(points) })),
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
