import type { Terms } from './form'
import { readWhole } from './read-number'
import type { Reader } from './reader'

type CheckIn = NonNullable<Terms['checkIn']>

/** Check-ins while they are typed. */
export interface CheckInFields {
  checkIn: 'none' | 'on'
  checkInDaily: string
  checkInRound: string
  checkInWhere: CheckIn['where']
  newcomerDays: string
  milestones: MilestoneFields[]
}

export interface MilestoneFields {
  day: string
  points: string
  audience: 'all' | 'new'
  often: 'always' | 'once'
}

/** What stands in the fields of a house that has none yet. */
const USUAL: CheckIn = { daily: 2, round: 7, milestones: [], newDays: 14, where: 'anywhere' }

const LARGEST = 10_000
const LONGEST = 31

export function checkInFieldsOf(rules: Terms['checkIn']): CheckInFields {
  const { daily, round, milestones, newDays, where } = rules ?? USUAL
  return {
    checkIn: rules === null ? 'none' : 'on',
    checkInDaily: String(daily),
    checkInRound: String(round),
    checkInWhere: where,
    newcomerDays: String(newDays),
    milestones: milestones.map(({ day, points, audience, once }) => ({
      day: String(day),
      points: String(points),
      audience,
      often: once ? 'once' : 'always',
    })),
  }
}

export const readCheckIn = (form: CheckInFields, reader: Reader): Terms['checkIn'] =>
  form.checkIn === 'none'
    ? null
    : {
        daily: reader.number('checkInDaily', readWhole(form.checkInDaily, 0, LARGEST)),
        round: reader.number('checkInRound', readWhole(form.checkInRound, 1, LONGEST)),
        where: form.checkInWhere,
        newDays: reader.number('newcomerDays', readWhole(form.newcomerDays, 1, 90)),
        milestones: form.milestones.map(({ day, points, audience, often }, i) => ({
          day: reader.number(`milestones.${i}.day`, readWhole(day, 1, LONGEST)),
          points: reader.number(`milestones.${i}.points`, readWhole(points, 1, LARGEST)),
          audience,
          once: often === 'once',
        })),
      }
