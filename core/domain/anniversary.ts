import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { addDays, nextYearly, yearOf } from './calendar'
import { grant } from './grant'

/**
 * The next anniversary of his joining (入会周年) that something is given for: after the latest he had, and not before
 * the programme gives anything. Who joined on 29 February has it on the 28th of a common year. Null where nothing is
 * given. BDAY-05, C-52.
 */
export const nextAnniversary = (
  account: Account,
  joinedOn: BusinessDay,
  { anniversary }: Program,
): BusinessDay | null => anniversary && nextOf(account, joinedOn, anniversary)

type Given = NonNullable<Program['anniversary']>

function nextOf({ anniversary: had }: Account, joinedOn: BusinessDay, anniversary: Given): BusinessDay {
  const day = joinedOn.slice(5)
  const next = nextYearly(addDays(had ?? joinedOn, 1), day)
  return next >= anniversary.from ? next : nextYearly(anniversary.from, day)
}

/** How many years he has been a member on an anniversary: joined in 2026, 2 in 2028. */
export const yearsOn = (anniversary: BusinessDay, joinedOn: BusinessDay): number =>
  Number(yearOf(anniversary)) - Number(yearOf(joinedOn))

/**
 * What the next anniversary brings, if it has come by `today`: points that live from that day, whenever anybody looks.
 * To who is barred as well, whose points stand still. BDAY-05.
 */
export function anniversaryDue(
  account: Account,
  joinedOn: BusinessDay,
  today: BusinessDay,
  program: Program,
): Entry[] {
  const { anniversary } = program
  if (anniversary === null) return []
  const on = nextOf(account, joinedOn, anniversary)
  if (on > today) return []
  const about = `入会 ${yearsOn(on, joinedOn)} 周年`
  return grant(account, { source: 'anniversary', about, points: anniversary.points }, on, program)
}
