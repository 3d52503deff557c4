import type { BusinessDay, MemberId } from '../../../core/contract'
import { addDays, addMonths } from '../../../core/domain/calendar'
import { Chance } from '../../simulation/chance'

/** Nobody is looked at before; the clock goes on from here, day by day. */
export const FIRST_DAY = '2026-12-24' as BusinessDay
/** From this day on a new programme lets nothing of diamond members expire. */
export const TURN_DAY = '2027-01-04' as BusinessDay
/** On which what was not spent in the quarter before is judged. */
const REVIEW_DAY = '2027-01-01' as BusinessDay
/** When the programme reminds of points that expire. */
const STAGES = [30, 15, 7]

/** What a member has, and will live to see. */
export interface Life {
  id: MemberId
  tier: 'silver' | 'gold' | 'diamond'
  /** Points and the last day on which they can be used. */
  lots: { points: number; last: BusinessDay }[]
  /** Points that wait for a day. */
  waits: { points: number; until: BusinessDay }[]
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** So far apart that no reminder tells of two lots at once. */
const APART = [0, 4, 19]
const SPAN = 60
/** What is told within three days is told together: not so near to a reminder is anybody's lot on the first day. */
const isClear = (days: number) => STAGES.every((stage) => days <= stage || days > stage + 3)
const FIRST_LASTS = Array.from({ length: SPAN }, (_, n) => n + 1).filter((days) =>
  APART.every((apart) => isClear(days + apart)),
)

/** Drawn from seed and number. One in five has two lots, one in ten waits for points, one in twelve is gold and one in fifty diamond. */
export function lifeOf(n: number, seed: number): Life {
  const chance = new Chance(seed * 1_000_003 + n)
  const letters = Array.from({ length: 8 }, () => LETTERS[chance.below(LETTERS.length)]).join('')
  const first = addDays(FIRST_DAY, chance.pick(FIRST_LASTS))
  const lasts = chance.happens(0.2) ? [first, addDays(first, chance.pick(APART.slice(1)))] : [first]
  const lots = lasts.map((last) => ({ points: 1 + chance.below(500), last }))
  const wait = { points: 1 + chance.below(200), until: addDays(FIRST_DAY, 1 + chance.below(SPAN)) }
  return {
    id: `M${letters}${String(n).padStart(8, '0')}` as MemberId,
    tier: chance.weigh({ silver: 90, gold: 8, diamond: 2 }),
    lots,
    waits: chance.happens(0.1) ? [wait] : [],
  }
}

const isLoyalOn = ({ tier }: Life, day: BusinessDay) => tier === 'diamond' && day >= TURN_DAY

/** What must stand in the books after a day, worked out from the life alone. */
export function outcomeOf(life: Life, today: BusinessDay) {
  const left = life.lots.filter(({ last }) => last >= today || (isLoyalOn(life, today) && last >= TURN_DAY))
  const came = life.waits.filter(({ until }) => until <= today)
  const sum = (some: readonly { points: number }[]) => some.reduce((total, { points }) => total + points, 0)
  return {
    balance: sum(left) + sum(came),
    expired: sum(life.lots) - sum(left),
    tier: life.tier === 'gold' && today >= REVIEW_DAY ? 'silver' : life.tier,
    reminders: remindersOf(life, today),
  }
}

/** 30, 15 and 7 days before the end of each lot, in the days that are lived: `day`, and the day of what goes first. */
function remindersOf(life: Life, today: BusinessDay): string[] {
  const [first, second] = life.lots.map(({ last }) => last)
  return life.lots
    .flatMap(({ last }) => STAGES.map((stage) => addDays(last, -stage)))
    .filter((day) => day > FIRST_DAY && day <= today && !isLoyalOn(life, day))
    .map((day) => `${day} ${first !== undefined && first >= day ? first : second}`)
    .sort()
}

/** On how many days something has to be written for him. */
export function daysDue(life: Life, today: BusinessDay): number {
  const over = life.lots.map(({ last }) => addDays(last, 1)).filter((day) => !isLoyalOn(life, day))
  const days = [
    ...remindersOf(life, today).map((reminder) => reminder.slice(0, 10)),
    ...over,
    ...life.waits.map(({ until }) => until),
    ...(life.tier === 'gold' ? [REVIEW_DAY] : []),
    ...(life.tier === 'diamond' ? [TURN_DAY] : []),
  ]
  return new Set(days.filter((day) => day > FIRST_DAY && day <= today)).size
}

/** Days on which everybody is looked at: the first of a month, and when a programme begins. */
export const daysOfLooks = (today: BusinessDay): number =>
  [REVIEW_DAY, addMonths(REVIEW_DAY, 1), TURN_DAY].filter((day) => day <= today).length
