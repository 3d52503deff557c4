import type {
  AccountState,
  BillReversed,
  BusinessDay,
  CapGroup,
  Entry,
  PendingPoints,
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
  questionnaire: 'engage',
  profile: 'engage',
  referral: 'referral',
  tierGift: 'grant',
  birthdayGift: 'grant',
  anniversary: 'grant',
  adjustment: null,
}

type Counts = AccountState['towardsCaps']
type PendingForfeited = Extract<Entry, { type: 'PendingForfeited' }>
type Earning = Extract<Entry, { type: 'BillSettled' | 'PointsGranted' | 'PointsPending' | 'PendingReleased' }>

/** What has been used of a cap of a day. */
export const usedOf = ({ towardsCaps }: AccountState, group: CapGroup, day: BusinessDay): Points =>
  towardsCaps.find((one) => one.group === group && one.day === day)?.points ?? points(0)

/**
 * What an entry counts towards the cap of its day. What a person let through does not count: he decided
 * beyond the cap. What waits for its order to be refund-safe counts on the day it was earned, once. I11.
 */
export function countOf(account: AccountState, entry: Earning): Pick<AccountState, 'towardsCaps'> {
  const counted = countedBy(account, entry)
  return { towardsCaps: counted === null ? account.towardsCaps : count(account.towardsCaps, counted) }
}

interface OfDay {
  day: BusinessDay
  points: Points
}

/** What of a bill's points that are taken back counts no more, of days that are remembered. CAP-04. */
export const roomGivenBack = ({ towardsCaps }: AccountState, taken: readonly OfDay[]): OfDay[] =>
  taken.filter(({ day, points: back }) => back > 0 && towardsCaps.some(isOf({ source: 'bill', day })))

/** Points that were taken back leave room in the cap of their day, for bills of that day. CAP-04. */
export const makeRoom = (
  { towardsCaps }: AccountState,
  { room = [] }: BillReversed,
): Pick<AccountState, 'towardsCaps'> => ({
  towardsCaps: room.reduce((counts, one) => less(counts, { ...one, source: 'bill' }), towardsCaps),
})

/** The day in whose cap points leave room that waited to be refund-safe and will not come: it is remembered, and they counted on it. */
export const roomOf = (
  { towardsCaps }: AccountState,
  { source, since, reason }: PendingPoints,
): { room?: BusinessDay } =>
  reason === 'refundSafe' && towardsCaps.some(isOf({ source, day: since })) ? { room: since } : {}

/** What it forfeits counts no more. REF-07. */
export const makeRoomFor = (
  { towardsCaps }: AccountState,
  { room: day, source, points }: PendingForfeited,
): Pick<AccountState, 'towardsCaps'> => ({
  towardsCaps: day === undefined ? towardsCaps : less(towardsCaps, { day, source, points }),
})

type Counted = OfDay & { source: PointsSource }

const isOf =
  ({ source, day }: Pick<Counted, 'source' | 'day'>) =>
  (one: Counts[number]) =>
    one.group === GROUPS[source] && one.day === day

const less = (counts: Counts, counted: Counted): Counts =>
  counts.map((one) => (isOf(counted)(one) ? { ...one, points: points(one.points - counted.points) } : one))

function countedBy({ pending }: AccountState, entry: Earning): Counts[number] | null {
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
  const [newest = counted.day] = all
    .map(({ day }) => day)
    .sort()
    .reverse()
  const since = addDays(newest, -REMEMBERED_DAYS)
  return all.filter(({ day }) => day >= since)
}
