import fc from 'fast-check'
import type { BillSettled, BranchId, BusinessDay, Entry, Program } from '../../contract'
import { type Account, balanceOf, openAccount, postAll } from '../account'
import { fen, points } from '../amounts'
import { drawSoonest } from '../burn'
import { addDays } from '../calendar'
import { recommended } from '../presets/recommended'
import { release } from '../release'
import { settleBill } from '../settle-bill'
import { settleTime } from '../settle-time'
import { pointsCarriedBy } from './released'
import { reverseBill } from './reverse-bill'
import { reverseClaim } from './reverse-claim'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-02')
const joinedOn = day('2026-01-01')
const GUEST = { birthday: null, joinedOn }
const branch = { id: 'jingan' as BranchId, name: '静安店' }
const none = { ...recommended.earn, firstOrder: null, campaigns: [] }
const program: Program = { ...recommended, earn: none }

const settle = (account: Account, id: string, yuan: number, on = TODAY, by = program) => {
  const bill = { id, branch, amount: fen(Math.round(yuan * 100)), day: on }
  const { settled, entries } = settleBill(account, bill, GUEST, by)
  return { settled, account: postAll(account, entries) }
}

const ask = (yuan: number) => ({ amount: fen(Math.round(yuan * 100)), reason: '菜品退换', by: '小李' })

function reversed(account: Account, settled: BillSettled, yuan: number, on = TODAY, by = program) {
  const decided = reverseBill(account, settled, ask(yuan), on, by)
  if (!decided.ok) throw new Error(decided.refusal)
  return { ...decided.value, account: postAll(account, decided.value.entries) }
}

/** Burn points, and remember from which lots. */
function burn(account: Account, spent: number, on = TODAY) {
  const drawn = drawSoonest(account, points(spent))
  if (!drawn.ok) throw new Error(drawn.refusal)
  const claim: Entry = {
    type: 'RewardClaimed',
    on,
    reward: 'tea' as never,
    rewardName: '茶',
    redemption: 'CODE',
    drawn: drawn.value,
    token: null,
    program: 'p',
  }
  return { drawn: drawn.value, account: postAll(account, [claim]) }
}

test.each`
  before | yuan      | taken  | left
  ${0}   | ${50}     | ${50}  | ${15_000}
  ${0}   | ${0.99}   | ${0}   | ${19_901}
  ${0.5} | ${0.5}    | ${1}   | ${19_900}
  ${0}   | ${199.99} | ${199} | ${1}
  ${150} | ${50}     | ${50}  | ${0}
`(
  'I8: of 200 yuan, $before taken back, $yuan more take back $taken points',
  ({ before, yuan, taken, left }) => {
    const bill = settle(openAccount(), '1', 200)
    const account = before === 0 ? bill.account : reversed(bill.account, bill.settled, before).account
    expect(reversed(account, bill.settled, yuan).reversed).toMatchObject({ points: taken, left })
  },
)

test.each([
  [200, null],
  [200.01, 'MORE_THAN_BILL_CARRIES'],
])('I8: %s yuan of a bill of 200 are answered %s', (yuan, refusal) => {
  const { account, settled } = settle(openAccount(), '1', 200)
  const decided = reverseBill(account, settled, ask(yuan), TODAY, program)
  expect(decided.ok ? null : decided.refusal).toBe(refusal)
})

test.each([
  [90, null],
  [91, 'BILL_TOO_OLD'],
])('a bill of %i days ago is answered %s', (days, refusal) => {
  const { account, settled } = settle(openAccount(), '1', 200)
  const decided = reverseBill(account, settled, ask(1), addDays(TODAY, days), program)
  expect(decided.ok ? null : decided.refusal).toBe(refusal)
})

test('I8: what was used comes from other lots, soonest first; what is not there is owed, and earning pays it', () => {
  const old = settle(openAccount(), '1', 30, day('2026-10-01'))
  const bill = settle(old.account, '2', 200)
  const spent = burn(bill.account, 220).account
  const first = reversed(spent, bill.settled, 100)
  expect(first.reversed).toMatchObject({ points: 100, owed: 90, lapsed: 0 })
  expect([balanceOf(first.account), first.account.debt]).toEqual([0, 90])
  const next = settle(first.account, '3', 120)
  expect(next.settled).toMatchObject({ earned: 120, repaid: 90 })
  expect([balanceOf(next.account), next.account.debt]).toEqual([30, 0])
})

test('a reversal leaves nothing below zero and never both points and a debt', () => {
  const bill = settle(openAccount(), '1', 200)
  const both = settle(bill.account, '2', 50)
  const { account } = reversed(burn(both.account, 240).account, bill.settled, 200)
  expect([balanceOf(account), account.debt]).toEqual([0, 190])
})

test('I8: points that had expired are gone once, and not taken back again', () => {
  const short: Program = { ...program, expiry: { ...program.expiry, months: 1 } }
  const bill = settle(openAccount(), '1', 200, TODAY, short)
  const spent = burn(bill.account, 50).account
  const later = day('2026-12-10')
  const settled = postAll(spent, settleTime({ account: spent, joinedOn }, later, short))
  expect(balanceOf(settled)).toBe(0)
  const { reversed: entry, account } = reversed(settled, bill.settled, 200, later, short)
  expect(entry).toMatchObject({ points: 200, drawn: [], lapsed: 150, owed: 50 })
  expect([account.debt, account.lapsed]).toEqual([50, []])
})

test('LVL-09: a tier that only the reversed spend had reached goes with it, one held otherwise stays', () => {
  const bill = settle({ ...openAccount(), tier: 'silver' }, '1', 1000)
  expect(bill.account.tier).toBe('gold')
  const part = reversed(bill.account, bill.settled, 0.01)
  expect(part.account.tier).toBe('silver')
  const gift: Account = { ...bill.account, tier: 'diamond' }
  expect(reversed(gift, bill.settled, 1000).account.tier).toBe('diamond')
})

test('a first order that is wholly reversed was none: the next one is the first, with its bonus', () => {
  const bonus = { ...recommended, earn: { ...none, firstOrder: recommended.earn.firstOrder } }
  const first = settle(openAccount(), '1', 100, TODAY, bonus)
  expect(first.settled.earned).toBe(200)
  const part = reversed(first.account, first.settled, 99, TODAY, bonus)
  expect(settle(part.account, '2', 100, TODAY, bonus).settled.earned).toBe(100)
  const whole = reversed(part.account, first.settled, 1, TODAY, bonus)
  expect(whole.account).toMatchObject({ bills: 0, qualifyingSpend: 0, monthly: { bills: 0 } })
  expect(settle(whole.account, '2', 100, TODAY, bonus).settled.earned).toBe(200)
})

test('CAP-01: points of the bill that still wait are forfeited with it, as large a part as of the bill', () => {
  const capped: Program = {
    ...program,
    caps: { ...program.caps, spend: { points: points(150), over: 'review' } },
  }
  const bill = settle(openAccount(), '1', 200, TODAY, capped)
  expect([bill.settled.earned, bill.account.pending[0]?.points]).toEqual([150, 50])
  const half = reversed(bill.account, bill.settled, 100, TODAY, capped)
  expect([half.reversed.points, half.account.pending[0]?.points]).toEqual([75, 25])
  const whole = reversed(half.account, bill.settled, 100, TODAY, capped)
  expect([balanceOf(whole.account), whole.account.pending]).toEqual([0, []])
})

const spendCap = (most: number, over: 'drop' | 'later' | 'review'): Program => ({
  ...program,
  caps: { ...program.caps, spend: { points: points(most), over } },
})
/** 150 points of a day; what is beyond comes on the next days. */
const later = spendCap(150, 'later')
/** Time until then. */
const live = (account: Account, on: BusinessDay, by = later) =>
  postAll(account, settleTime({ account, joinedOn }, on, by))
const inDays = (days: number) => addDays(TODAY, days)
const standing = ({ lots, debt, growth }: Account) => [
  lots.reduce((sum, { left }) => sum + left, 0) - debt,
  growth.points,
]

test('I8: points that waited for their day and have come go with their bill, each from the lot they made', () => {
  const bill = settle(openAccount(), '1', 400, TODAY, later)
  const come = live(bill.account, inDays(2))
  expect(come.lots.map(({ left }) => left)).toEqual([150, 150, 100])
  const half = reversed(come, bill.settled, 200, inDays(2), later)
  expect(half.reversed).toMatchObject({ points: 200, lapsed: 0, owed: 0 })
  expect(half.account.lots.map(({ left }) => left)).toEqual([75, 75, 50])
  expect(pointsCarriedBy(half.account, bill.settled)).toBe(200)
  const whole = reversed(half.account, bill.settled, 200, inDays(2), later)
  expect([standing(whole.account), whole.account.released]).toEqual([[0, 0], []])
})

test('I8: points that a person let through go with their bill', () => {
  const review = spendCap(150, 'review')
  const bill = settle(openAccount(), '1', 200, TODAY, review)
  const [waiting] = bill.account.pending
  if (waiting === undefined) throw new Error('nothing waits')
  const approved = postAll(bill.account, release(bill.account, waiting, inDays(30), review))
  expect(standing(approved)).toEqual([200, 200])
  const { reversed: entry, account } = reversed(approved, bill.settled, 200, inDays(40), review)
  expect(entry).toMatchObject({ points: 200, later: [{ pending: 'wait-1', points: 50, lapsed: 0 }] })
  expect(standing(account)).toEqual([0, 0])
})

test('I8: of points that came later, those that expired are gone already, those that were used are owed', () => {
  const short: Program = { ...later, expiry: { ...later.expiry, months: 1 } }
  const bill = settle(openAccount(), '1', 400, TODAY, short)
  const spent = burn(live(bill.account, inDays(2), short), 180, inDays(2)).account
  const over = live(spent, day('2026-12-20'), short)
  expect([balanceOf(over), over.lapsed.map(({ points }) => points)]).toEqual([0, [120, 100]])
  const { reversed: entry, account } = reversed(over, bill.settled, 400, day('2026-12-20'), short)
  expect(entry).toMatchObject({ points: 400, drawn: [], lapsed: 220, owed: 180 })
  expect([account.debt, account.lapsed]).toEqual([180, []])
})

test('a line of before, which does not name the bill, is read as it was: its points are his for good', () => {
  const bill = settle(openAccount(), '1', 200, TODAY, later)
  const [entry] = settleTime({ account: bill.account, joinedOn }, inDays(1), later)
  if (entry?.type !== 'PendingReleased') throw new Error('nothing came')
  const { bill: _, ...old } = entry
  const { account, reversed: taken } = reversed(
    postAll(bill.account, [old]),
    bill.settled,
    200,
    inDays(1),
    later,
  )
  expect([taken.points, balanceOf(account)]).toEqual([150, 50])
})

test.each`
  bill   | back   | room
  ${150} | ${0}   | ${0}
  ${150} | ${100} | ${100}
  ${150} | ${150} | ${150}
  ${100} | ${50}  | ${100}
`(
  'CAP-04: of a cap of 150, $bill earned and $back taken back leave room for $room',
  ({ bill, back, room }) => {
    const first = settle(openAccount(), '1', bill, TODAY, later)
    const account =
      back === 0 ? first.account : reversed(first.account, first.settled, back, TODAY, later).account
    expect(settle(account, '2', 200, TODAY, later).settled.earned).toBe(room)
  },
)

test('CAP-04: what came on a later day leaves room on that day, what a person let through on none', () => {
  const bill = settle(openAccount(), '1', 250, TODAY, later)
  const next = inDays(1)
  const whole = reversed(live(bill.account, next), bill.settled, 250, next, later)
  expect(whole.reversed.room).toEqual([
    { day: TODAY, points: 150 },
    { day: next, points: 100 },
  ])
  expect(settle(whole.account, '2', 200, next, later).settled.earned).toBe(150)
  const review = spendCap(150, 'review')
  const other = settle(openAccount(), '1', 250, TODAY, review)
  const [waiting] = other.account.pending
  if (waiting === undefined) throw new Error('nothing waits')
  const approved = postAll(other.account, release(other.account, waiting, next, review))
  expect(reversed(approved, other.settled, 250, next, review).reversed.room).toEqual([
    { day: TODAY, points: 150 },
  ])
})

test.each([
  [7, [{ day: TODAY, points: 100 }]],
  [8, undefined],
])('CAP-04: a bill of a day %i days before the latest that earned leaves room %j', (days, room) => {
  const bill = settle(openAccount(), '1', 100, TODAY, later)
  const next = settle(bill.account, '2', 10, inDays(days), later)
  expect(reversed(next.account, bill.settled, 100, inDays(days), later).reversed.room).toEqual(room)
})

test('CAP-04: what another bill has put on later days stays there when the first is taken back', () => {
  const first = settle(openAccount(), '1', 150, TODAY, later)
  const second = settle(first.account, '2', 100, TODAY, later)
  const { account } = reversed(second.account, first.settled, 150, TODAY, later)
  expect([balanceOf(account), account.pending.map(({ until }) => until)]).toEqual([0, [inDays(1)]])
})

test('what was reversed is forgotten when the bill cannot be reversed any more', () => {
  const old = settle(openAccount(), '1', 100)
  const once = reversed(old.account, old.settled, 50)
  expect(once.account.reversed).toHaveLength(1)
  const later = addDays(TODAY, 93)
  const next = settle(once.account, '2', 100, later)
  expect(reversed(next.account, next.settled, 50, later).account.reversed).toEqual([
    { bill: 'jingan.2', paidOn: later, amount: 5000, points: 50 },
  ])
})

/** Parts of a whole, at least one, each at least 1. */
const parts = (whole: number) =>
  fc.array(fc.integer({ min: 1, max: whole - 1 }), { maxLength: 6 }).map((cuts) => {
    const at = [0, ...new Set(cuts), whole].sort((a, b) => a - b)
    return at.slice(1).map((end, i) => end - (at[i] ?? 0))
  })

test('I8: parts in any order take back together exactly what the whole would, whatever was spent between', () => {
  const amounts = fc.integer({ min: 2, max: 90_000 })
  fc.assert(
    fc.property(
      amounts.chain((a) => fc.tuple(fc.constant(a), parts(a))),
      fc.nat(900),
      ([amount, cut], spent) => {
        const start = settle(openAccount(), '0', 77).account
        const bill = settle(start, '1', amount / 100)
        const used = burn(bill.account, Math.min(spent, balanceOf(bill.account))).account
        const whole = reversed(used, bill.settled, amount / 100).account
        const account = cut.reduce((now, part) => reversed(now, bill.settled, part / 100).account, used)
        expect(account).toEqual(whole)
        expect(balanceOf(account) - account.debt).toBe(77 - Math.min(spent, 77 + bill.settled.earned))
      },
    ),
  )
})

const cutBills = fc
  .integer({ min: 2, max: 60_000 })
  .chain((amount) =>
    fc.tuple(fc.constant(amount), parts(amount), fc.array(fc.nat(3), { minLength: 7, maxLength: 7 })),
  )

test('I8: parts in any order, before points of the bill come and after, leave nothing of it', () => {
  fc.assert(
    fc.property(cutBills, fc.nat(500), ([amount, cut, waits], spent) => {
      const start = settle(openAccount(), '0', 77, TODAY, later).account
      const bill = settle(start, '1', amount / 100, TODAY, later)
      const burned = Math.min(spent, balanceOf(bill.account))
      let [account, on] = [burn(bill.account, burned).account, TODAY]
      for (const [i, part] of cut.entries()) {
        on = addDays(on, waits[i] ?? 0)
        account = reversed(live(account, on), bill.settled, part / 100, on, later).account
      }
      expect(standing(account)).toEqual([77 - burned, 77])
      expect([account.pending, account.released ?? []]).toEqual([[], []])
      const counted = account.towardsCaps.map(({ points }): number => points)
      expect(counted.reduce((sum, one) => sum + one, 0)).toBe(77)
    }),
  )
})

test('I8: a part takes the same of points that wait and, had it been asked later, of those that have come', () => {
  fc.assert(
    fc.property(cutBills, ([amount, cut]) => {
      const bill = settle(openAccount(), '1', amount / 100, TODAY, later)
      const take = (from: Account, on: BusinessDay) =>
        cut.slice(1).reduce((now, part) => reversed(now, bill.settled, part / 100, on, later).account, from)
      const [early, late] = [
        live(take(bill.account, TODAY), inDays(8)),
        take(live(bill.account, inDays(8)), inDays(8)),
      ]
      expect(standing(early)).toEqual(standing(late))
      expect(early.lots).toEqual(late.lots)
      expect(early.released).toEqual(late.released)
    }),
  )
})

test('C-50: a claim that is reversed gives points back to their lots with their dates, or some days more', () => {
  const old = settle(openAccount(), '1', 30, day('2025-11-05'))
  const two = settle(old.account, '2', 100)
  const { account, drawn } = burn(two.account, 50)
  const claim = {
    reward: 'tea' as never,
    rewardName: '茶',
    redemption: 'CODE',
    drawn,
    reason: '售完',
    by: '店长',
  }
  const soon = postAll(account, [reverseClaim(account, claim, TODAY, program)])
  expect(soon.lots).toEqual(two.account.lots)
  const later = day('2026-11-10')
  const entry = reverseClaim(account, claim, later, program)
  expect(entry).toMatchObject({
    returned: [
      { lot: '2026-12-10', points: 30 },
      { lot: '2027-11-02', points: 20 },
    ],
  })
})

test('a claim that is reversed pays a debt first: reversing bill and claim in any order comes to the same', () => {
  const bill = settle(openAccount(), '1', 100)
  const { account, drawn } = burn(bill.account, 100)
  const claim = {
    reward: 'tea' as never,
    rewardName: '茶',
    redemption: 'CODE',
    drawn,
    reason: '售完',
    by: '店长',
  }
  const owing = reversed(account, bill.settled, 100).account
  const paid = postAll(owing, [reverseClaim(owing, claim, TODAY, program)])
  const back = postAll(account, [reverseClaim(account, claim, TODAY, program)])
  expect(paid).toEqual(reversed(back, bill.settled, 100).account)
  expect([balanceOf(paid), paid.debt]).toEqual([0, 0])
})
