import type {
  AccountState,
  BillReversed,
  BillSettled,
  BranchId,
  BusinessDay,
  Draw,
  Entry,
} from '../../contract'
import { openAccount, post } from '../account'
import { fen, points } from '../amounts'
import { addDays } from '../calendar'
import { recommended } from '../presets/recommended'
import { lapse, lapsedOf } from './post-reversal'
import { pointsCarriedBy, releasedOf } from './released'
import { reverseBill } from './reverse-bill'
import { reverseClaim } from './reverse-claim'
import { carriedBy, isRemembered } from './reversible'
import { takePoints } from './take-points'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-02')
const [SOON, MID, LATE] = [day('2026-12-01'), day('2027-03-01'), day('2027-11-02')] as const
const lot = (expiresOn: BusinessDay, left: number) => ({ expiresOn, left: points(left) })
const draw = (of: BusinessDay, taken: number): Draw => ({ lot: of, points: points(taken) })

function holding(changes: Partial<AccountState>): AccountState {
  return {
    ...openAccount(),
    qualifyingSpend: fen(50_000),
    bills: 2,
    yearPoints: points(900),
    ...changes,
  } as AccountState
}

test.each([
  ['all from its own lot', [lot(SOON, 9), lot(LATE, 40)], [], 40, [draw(LATE, 40)], 0, 0],
  ['what expired first, then others', [lot(SOON, 9)], [draw(LATE, 10)], 15, [draw(SOON, 5)], 10, 0],
  [
    'own, expired, others, and the rest is owed',
    [lot(SOON, 9), lot(LATE, 4)],
    [draw(LATE, 3)],
    20,
    [draw(SOON, 9), draw(LATE, 4)],
    3,
    4,
  ],
  [
    'of three lots the soonest is used up first',
    [lot(SOON, 5), lot(MID, 5), lot(LATE, 2)],
    [],
    9,
    [draw(SOON, 5), draw(MID, 2), draw(LATE, 2)],
    0,
    0,
  ],
  ['nothing', [lot(SOON, 5)], [draw(SOON, 5)], 0, [], 0, 0],
])('I8, I10: points come back from %s', (_what, lots, lapsed, asked, drawn, gone, owed) => {
  const taken = takePoints(holding({ lots, lapsed }), [{ lot: LATE, points: points(asked) }])
  expect(taken).toEqual({ drawn, pieces: [{ lot: LATE, points: asked, lapsed: gone }], owed })
})

const reversal = (changes: Partial<BillReversed> = {}): BillReversed => ({
  type: 'BillReversed',
  on: TODAY,
  bill: '7',
  branch: 'jingan' as BranchId,
  branchName: '静安店',
  paidOn: TODAY,
  amount: fen(1000),
  left: fen(500),
  points: points(10),
  drawn: [],
  lapsed: points(0),
  lot: LATE,
  owed: points(10),
  reason: '退',
  by: null,
  program: 'p',
  ...changes,
})

test.each([
  [92, ['jingan.1', 'jingan.7']],
  [93, ['jingan.7']],
])('what a bill of %i days ago has lost is still known: %j', (days, bills) => {
  const old = { bill: 'jingan.1', paidOn: addDays(TODAY, -days), amount: fen(1), points: points(0) }
  const { reversed } = post(holding({ reversed: [old] }), reversal())
  expect(reversed.map(({ bill }) => bill)).toEqual(bills)
  expect(isRemembered(old.paidOn, TODAY)).toBe(days === 92)
})

test.each([
  ['of its month', { month: '2026-11', bills: 2 }, { month: '2026-11', bills: 1 }],
  ['of a month that counts none any more', { month: '2026-11', bills: 0 }, { month: '2026-11', bills: 0 }],
  ['while another month is counted', { month: '2026-12', bills: 2 }, { month: '2026-12', bills: 2 }],
  ['while none is counted', null, null],
])('a whole bill taken back is no order: %s', (_when, monthly, after) => {
  const whole = reversal({ left: fen(0) })
  expect(post(holding({ monthly }), whole)).toMatchObject({ bills: 1, monthly: after })
  expect(post(holding({ monthly }), reversal())).toMatchObject({ bills: 2, monthly })
})

test('a whole bill cannot be taken back of who has none', () => {
  const none = holding({ bills: 0 })
  expect(() => post(none, reversal({ left: fen(0) }))).toThrow('a bill that is taken back was counted')
})

test('what had expired is taken out of what is remembered of its lot, and no other', () => {
  const account = holding({ lapsed: [draw(SOON, 5), draw(LATE, 8)] })
  const part = post(account, reversal({ lapsed: points(3), owed: points(7) }))
  expect(part.lapsed).toEqual([draw(SOON, 5), draw(LATE, 5)])
  const rest = post(part, reversal({ lapsed: points(5), owed: points(5) }))
  expect(rest.lapsed).toEqual([draw(SOON, 5)])
})

test.each([
  ['more than expired', [draw(LATE, 2)]],
  ['of a lot of which nothing did', [draw(SOON, 9)]],
])('nobody takes back %s', (_what, lapsed) => {
  const entry = reversal({ lapsed: points(3), owed: points(7) })
  expect(() => post(holding({ lapsed }), entry)).toThrow(`3 of lot ${LATE} did not expire`)
})

test('what had expired of points that came later stands by the lot they had made', () => {
  const later = [{ pending: 'w', lot: SOON, points: points(6), lapsed: points(2) }]
  expect(lapsedOf(reversal({ lapsed: points(5), later }))).toEqual([draw(LATE, 3), draw(SOON, 2)])
  expect(lapsedOf(reversal({ lapsed: points(2), later }))).toEqual([draw(SOON, 2)])
})

test('what expires is remembered by lot as long as a bill that made it can be reversed', () => {
  const old = draw(addDays(TODAY, -93), 4)
  const account = holding({ lapsed: [old, draw(SOON, 5)] })
  const drawn = [draw(SOON, 1), draw(MID, 2)]
  expect(lapse(account, { type: 'PointsExpired', on: TODAY, drawn })).toEqual([draw(SOON, 6), draw(MID, 2)])
})

const claim = (...drawn: Draw[]) => ({
  reward: 'tea' as never,
  rewardName: '茶',
  redemption: 'CODE',
  drawn,
  reason: '售完',
  by: '店长',
})
const GRACE = recommended.expiry.returnedDays

test.each([
  ['the day before', -1, addDays(TODAY, GRACE)],
  ['on its last day', 0, TODAY],
  ['the day after', 1, addDays(TODAY, 1)],
])('C-50: points of a lot that ends %s of the reversal can be used through %s', (_when, days, through) => {
  const entry = reverseClaim(holding({}), claim(draw(addDays(TODAY, days), 4)), TODAY, recommended)
  expect(entry.returned).toEqual([draw(through, 4)])
})

test('C-14, C-50: while nothing of his expires, points return to their lot as it was', () => {
  const frozen = { since: TODAY, graceDays: 90 }
  const entry = reverseClaim(holding({ frozen }), claim(draw(addDays(TODAY, -30), 4)), TODAY, recommended)
  expect(entry.returned).toEqual([draw(addDays(TODAY, -30), 4)])
})

test.each([
  [0, [draw(SOON, 4), draw(MID, 5), draw(LATE, 6)]],
  [3, [draw(SOON, 1), draw(MID, 5), draw(LATE, 6)]],
  [4, [draw(MID, 5), draw(LATE, 6)]],
  [10, [draw(LATE, 5)]],
  [99, []],
])('C-50: a debt of %i is paid by what expires soonest: %j is his again', (debt, returned) => {
  const drawn = [draw(LATE, 6), draw(SOON, 4), draw(MID, 5)]
  const account = holding({ debt: points(debt) })
  const entry = reverseClaim(account, claim(...drawn), TODAY, recommended)
  expect(entry).toMatchObject({ returned, repaid: Math.min(debt, 15) })
  expect(post(account, entry)).toMatchObject({ debt: debt - Math.min(debt, 15) })
})

test('more than is owed cannot be repaid', () => {
  const entry = { ...reverseClaim(holding({}), claim(), TODAY, recommended), repaid: points(1) }
  expect(() => post(holding({}), entry)).toThrow('1 repaid of a debt of 0')
})

const waiting = (id: string, reason: 'dailyCap' | 'review', bill = 'jingan.7', since = TODAY) =>
  ({
    id,
    source: 'bill',
    about: '',
    branch: null,
    bill,
    points: points(8),
    since,
    until: null,
    reason,
  }) as const
const released = (pending: string, bill?: string): Entry => ({
  type: 'PendingReleased',
  on: TODAY,
  pending,
  source: 'bill',
  ...(bill === undefined ? {} : { bill }),
  earned: points(8),
  repaid: points(0),
  expiresOn: MID,
  program: 'p',
})
const settled = {
  type: 'BillSettled',
  on: TODAY,
  bill: '7',
  branch: 'jingan',
  amount: 1500,
  earned: 12,
  expiresOn: LATE,
} as BillSettled

test('I8: what waited counts towards the cap of the day it comes, what a person let through towards none', () => {
  const account = holding({ pending: [waiting('a', 'dailyCap'), waiting('b', 'review')] })
  const after = post(post(account, released('a', 'jingan.7')), released('b', 'jingan.7'))
  expect(after.released?.map(({ pending, countedOn, lot: made }) => [pending, countedOn, made])).toEqual([
    ['a', TODAY, MID],
    ['b', null, MID],
  ])
  expect(pointsCarriedBy(after, settled)).toBe(28)
  expect(releasedOf(after, { ...settled, bill: '8' })).toEqual([])
})

test('lines from before a bill was named make nothing that a reversal takes', () => {
  const after = post(holding({ pending: [waiting('a', 'dailyCap')] }), released('a'))
  expect([after.released, pointsCarriedBy(after, settled)]).toEqual([undefined, 12])
})

test.each([
  [92, ['old', 'a']],
  [93, ['a']],
])('I8: points of a bill of %i days ago that came are remembered: %j', (days, known) => {
  const old = {
    pending: 'old',
    bill: 'jingan.1',
    paidOn: addDays(TODAY, -days),
    lot: MID,
    countedOn: null,
    points: points(3),
    lost: points(0),
  }
  const account = holding({ pending: [waiting('a', 'dailyCap')], released: [old] })
  expect(post(account, released('a', 'jingan.7')).released?.map(({ pending }) => pending)).toEqual(known)
})

test('nothing is taken back of what never came', () => {
  const later = [{ pending: 'x', lot: MID, points: points(2), lapsed: points(0) }]
  expect(() => post(holding({ released: [] }), reversal({ later }))).toThrow('nothing came that waited as x')
})

test('I8: a part too small to take a point names none: nothing came later, nothing waits less', () => {
  const account = holding({
    lots: [lot(LATE, 12), lot(MID, 8)],
    pending: [waiting('b', 'review')],
    released: [
      {
        pending: 'a',
        bill: 'jingan.7',
        paidOn: TODAY,
        lot: MID,
        countedOn: null,
        points: points(8),
        lost: points(0),
      },
    ],
    towardsCaps: [{ day: TODAY, group: 'spend', points: points(20) }],
  })
  const ask = (amount: number) =>
    reverseBill(account, settled, { amount: fen(amount), reason: '退', by: null }, TODAY, recommended)
  const small = ask(1)
  if (!small.ok) throw new Error(small.refusal)
  expect(small.value.entries.map(({ type }) => type)).toEqual(['BillReversed'])
  expect(small.value.reversed).not.toHaveProperty('later')
  expect(small.value.reversed).toMatchObject({ points: 0, drawn: [], owed: 0 })
  const all = ask(1500)
  if (!all.ok) throw new Error(all.refusal)
  expect(all.value.reversed).toMatchObject({
    points: 20,
    later: [{ pending: 'a', points: 8 }],
    room: [{ day: TODAY, points: 12 }],
  })
  expect(all.value.entries.map(({ type }) => type)).toEqual(['BillReversed', 'PendingForfeited'])
})

test('a bill carries what it was paid less what was taken back of it, and no other', () => {
  const lost = { bill: 'jingan.7', paidOn: TODAY, amount: fen(400), points: points(3) }
  const other = { ...lost, bill: 'jingan.8', amount: fen(900) }
  expect(carriedBy(holding({ reversed: [other, lost] }), settled)).toBe(1100)
  expect(carriedBy(holding({ reversed: [other] }), settled)).toBe(1500)
})
