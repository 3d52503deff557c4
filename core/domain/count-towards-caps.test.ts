import type { BranchId, BusinessDay, CapGroup, Entry, PendingPoints, PointsSource } from '../contract'
import { type Account, openAccount, post, postAll } from './account'
import { fen, points } from './amounts'
import { underCap } from './cap'
import { roomGivenBack, roomOf, usedOf } from './count-towards-caps'
import { grant } from './grant'
import { plain } from './presets/plain'
import { release } from './release'
import { settleBill } from './settle-bill'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-21')
const YESTERDAY = day('2026-11-20')
const guest = { birthday: null, joinedOn: day('2026-01-01') }

type Reason = PendingPoints['reason']
const waiting = (reason: Reason, source: PointsSource, until: BusinessDay | null): PendingPoints => ({
  id: 'wait-1',
  source,
  about: '',
  branch: null,
  bill: null,
  points: points(30),
  since: YESTERDAY,
  until,
  reason,
})
const pays = (account: Account, yuan: number, on: string) => {
  const bill = { id: on, branch: { id: 'a' as BranchId, name: '店' }, amount: fen(yuan * 100), day: day(on) }
  return postAll(account, settleBill(account, bill, guest, plain).entries)
}
const counting = (...counts: [BusinessDay, CapGroup][]): Account => ({
  ...openAccount(),
  towardsCaps: counts.map(([on, group]) => ({ day: on, group, points: points(50) })),
})
const spent = (...days: BusinessDay[]) =>
  counting(...days.map((on): [BusinessDay, CapGroup] => [on, 'spend']))

test.each<[string, Reason, PointsSource, BusinessDay | null, number]>([
  ['of another bill that comes on that day', 'dailyCap', 'bill', TODAY, 20],
  ['of a bill that comes on another day', 'dailyCap', 'bill', day('2026-11-22'), 50],
  ['under another cap, to come on that day', 'dailyCap', 'checkIn', TODAY, 50],
  ['counted on its own day, to come on that day when no refund can', 'refundSafe', 'bill', TODAY, 50],
  ['until a person decides', 'review', 'bill', null, 50],
])('CAP-01: of 100 a day 50 have come and 30 wait %s: %#', (_what, reason, source, until, room) => {
  const account = { ...spent(TODAY), pending: [waiting(reason, source, until)] }
  const caps = { ...plain.caps, spend: { points: points(100), over: 'later' as const } }
  const share = (earned: number) => underCap(account, 'bill', points(earned), TODAY, { ...plain, caps })
  expect(share(room)).toEqual({ credited: room, over: null, waiting: [] })
  expect(share(room + 1)).toMatchObject({ credited: room, over: { left: room, excess: 1 } })
})

test.each<[string, Reason, number, number]>([
  ['points beyond a cap count on the day they come', 'dailyCap', 0, 30],
  ['what a person lets through counts on no day', 'review', 0, 0],
  ['what waits to be refund-safe counts on the day it was earned, once', 'refundSafe', 30, 0],
])('I11, REF-07: %s', (_what, reason, earned, come) => {
  const { since, id, ...about } = waiting(reason, 'referral', TODAY)
  const entry: Entry = { type: 'PointsPending', on: since, pending: id, ...about, program: 'p' }
  const waits = post(openAccount(), entry)
  const [one] = waits.pending
  if (one === undefined) throw new Error('it waits')
  const after = postAll(waits, release(waits, one, TODAY, plain))
  const used = [since, TODAY].map((on) => usedOf(after, 'referral', on))
  expect(used).toEqual([earned, come])
})

test('CAP-01, C-10: a bill of nothing counts towards no cap, nor does what a person gives', () => {
  expect(pays(openAccount(), 0, '2026-11-21').towardsCaps).toEqual([])
  const gift = { source: 'adjustment' as const, about: '补录', points: points(500) }
  expect(postAll(openAccount(), grant(openAccount(), gift, TODAY, plain)).towardsCaps).toEqual([])
})

test.each([
  ['2026-11-14', [20, 80]],
  ['2026-11-13', [0, 80]],
])('CAP-01: after a bill of the 21st one of %s is told: of both days %j is remembered', (late, used) => {
  const account = pays(pays(openAccount(), 80, '2026-11-21'), 20, late)
  expect([day(late), TODAY].map((on) => usedOf(account, 'spend', on))).toEqual(used)
})

test.each<[string, Account, number, object[]]>([
  ['points of a day that is remembered', spent(TODAY), 1, [{ day: TODAY, points: 1 }]],
  ['none of a day that is remembered', spent(TODAY), 0, []],
  ['points of a day that is not', spent(YESTERDAY), 1, []],
  ['points of a day of which only gifts are', counting([TODAY, 'grant']), 1, []],
])('CAP-04: a bill that loses %s gives room back: %#', (_what, account, lost, room) => {
  expect(roomGivenBack(account, [{ day: TODAY, points: points(lost) }])).toEqual(room)
})

test.each<[string, Reason, Account, object]>([
  [
    'waits for a refund',
    'refundSafe',
    counting([TODAY, 'referral'], [YESTERDAY, 'referral']),
    { room: YESTERDAY },
  ],
  ['waits for a refund, of a day that is over', 'refundSafe', counting([TODAY, 'referral']), {}],
  ['waits for a refund, under another cap', 'refundSafe', spent(YESTERDAY), {}],
  ['is beyond a cap', 'dailyCap', counting([YESTERDAY, 'referral']), {}],
  ['a person has not looked at', 'review', counting([YESTERDAY, 'referral']), {}],
])('REF-07, CAP-04: what %s leaves room where it will not come: %#', (_what, reason, account, room) => {
  expect(roomOf(account, waiting(reason, 'referral', TODAY))).toEqual(room)
})

test.each([
  [YESTERDAY, [20, 50]],
  [undefined, [50, 50]],
])('REF-07: 30 points that are forfeited leave room on %s: %j are used', (room, used) => {
  const account = { ...counting([YESTERDAY, 'referral'], [TODAY, 'referral']) }
  const waits = { ...account, pending: [waiting('refundSafe', 'referral', TODAY)] }
  const lost = { pending: 'wait-1', source: 'referral', points: points(30), reason: '退款' } as const
  const entry: Entry = {
    type: 'PendingForfeited',
    on: TODAY,
    ...lost,
    ...(room === undefined ? {} : { room }),
  }
  const after = post(waits, entry)
  expect([YESTERDAY, TODAY].map((on) => usedOf(after, 'referral', on))).toEqual(used)
})
