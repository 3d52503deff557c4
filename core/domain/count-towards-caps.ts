import type {
  AccountState,
  BillReversed,
  BusinessDay,
  CapGroup,
  Entry,
  Points,
  PointsSource,
} from '../contract'
import { points } from './amounts'
import { addDays } from './calendar'

/** A till may tell of a bill of a week ago: so long what was earned on a day is remembered. */
const REMEMBERED_DAYS = 7

/** Which cap points fall under; null where a person gives them, who has limits of his own. C-10. */
export const GROUPS: Record<PointsSource, CapGroup | null> = {
  bill: 'spend',
  checkIn: 'engage',
  newMemberTask: 'engage',
  profile: 'engage',
  referral: 'referral',
  tierGift: 'grant',
  birthdayGift: 'grant',
  adjustment: null,
}

type Counts = AccountState['towardsCaps']

/** What has been used of a cap of a day. */
export const usedOf = ({ towardsCaps }: AccountState, group: CapGroup, day: BusinessDay): Points =>
  towardsCaps.find((one) => one.group === group && one.day === day)?.points ?? points(0)

/**
 * What an entry counts towards the cap of its day. What a person let through does not count: he decided
 * beyond the cap. What waits for its order to be refund-safe counts on the day it was earned, once. I11.
 */
export function countOf(account: AccountState, entry: Entry): Pick<AccountState, 'towardsCaps'> {
  const counted = countedBy(account, entry)
  return { towardsCaps: counted === null ? account.towardsCaps : count(account.towardsCaps, counted) }
}

interface OfDay {
  day: BusinessDay
  points: Points
}

/** What of a bill's points that are taken back counts no more, of days that are remembered. CAP-04. */
export const roomGivenBack = ({ towardsCaps }: AccountState, taken: readonly OfDay[]): OfDay[] =>
  taken.filter(({ day, points: back }) => back > 0 && towardsCaps.some((one) => isOfBills(one, day)))

/** Points that were taken back leave room in the cap of their day, for bills of that day. CAP-04. */
export function makeRoom(
  { towardsCaps }: AccountState,
  { room = [] }: BillReversed,
): Pick<AccountState, 'towardsCaps'> {
  const less = (counts: Counts, { day, points: back }: OfDay): Counts =>
    counts.map((one) => (isOfBills(one, day) ? { ...one, points: points(one.points - back) } : one))
  return { towardsCaps: room.reduce(less, towardsCaps) }
}

const isOfBills = (one: Counts[number], day: BusinessDay) => one.group === GROUPS.bill && one.day === day

function countedBy({ pending }: AccountState, entry: Entry): Counts[number] | null {
  switch (entry.type) {
    case 'BillSettled':
      return counting('bill', entry.on, entry.earned)
    case 'PointsGranted':
      return counting(entry.source, entry.on, entry.earned)
    case 'PointsPending':
      return entry.reason === 'refundSafe' ? counting(entry.source, entry.on, entry.points) : null
    case 'PendingReleased': {
      const waited = pending.find(({ id }) => id === entry.pending)
      return waited?.reason === 'dailyCap' ? counting(entry.source, entry.on, entry.earned) : null
    }
    default:
      return null
  }
}

function counting(source: PointsSource, day: BusinessDay, earned: Points): Counts[number] | null {
  const group = GROUPS[source]
  return group === null || earned === 0 ? null : { day, group, points: earned }
}

function count(counts: Counts, counted: Counts[number]): Counts {
  const isSame = ({ day, group }: Counts[number]) => day === counted.day && group === counted.group
  const before = counts.find(isSame)
  const next = { ...counted, points: points((before?.points ?? 0) + counted.points) }
  const all = [...counts.filter((one) => one !== before), next]
  const newest =
    all
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? next.day
  const since = addDays(newest, -REMEMBERED_DAYS)
  return all.filter(({ day }) => day >= since)
}
