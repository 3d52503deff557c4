import fc from 'fast-check'
import type { BusinessDay, Entry } from '../contract'
import { type Account, balanceOf, openAccount, post, postAll } from './account'
import { fen, points } from './amounts'
import { drawSoonest } from './burn'
import { addDays, NEVER } from './calendar'
import { claimReward } from './claim-reward'
import { deltaOf } from './delta-of'
import { grant } from './grant'
import { join } from './join'
import { nextDueOf } from './next-due'
import { recommended as program, recommended } from './presets/recommended'
import { settleBill } from './settle-bill'
import { settleTime } from './settle-time'

const day = (text: string) => text as BusinessDay
const joinedOn = day('2026-01-01')
const GUEST = { birthday: null, joinedOn }

const holding = (...lots: [expiresOn: string, left: number][]): Account => ({
  ...openAccount(),
  lots: lots.map(([expiresOn, left]) => ({ expiresOn: day(expiresOn), left: points(left) })),
})

test('points that expire on one day are one lot, and lots stand soonest first', () => {
  const bill = (on: string, amount: number): Entry => {
    const branch = { id: 'a' as never, name: '店' }
    return settleBill(openAccount(), { id: on, branch, amount: fen(amount), day: day(on) }, GUEST, {
      ...program,
      earn: { ...program.earn, firstOrder: null },
    }).settled
  }
  const account = postAll(openAccount(), [
    bill('2026-06-01', 3000),
    bill('2026-03-31', 1000),
    bill('2026-06-01', 4000),
  ])
  expect(account.lots).toEqual([
    { expiresOn: '2027-03-31', left: 10 },
    { expiresOn: '2027-06-01', left: 70 },
  ])
  expect(nextDueOf({ account, joinedOn }, program)).toBe('2027-04-01')
  expect(nextDueOf({ account: openAccount(), joinedOn }, program)).toBe(NEVER)
})

test.each`
  bills                                         | monthly
  ${[]}                                         | ${null}
  ${['2026-10-31']}                             | ${{ month: '2026-10', bills: 1 }}
  ${['2026-10-01', '2026-10-31']}               | ${{ month: '2026-10', bills: 2 }}
  ${['2026-10-31', '2026-11-01']}               | ${{ month: '2026-11', bills: 1 }}
  ${['2026-10-31', '2026-11-01', '2026-10-31']} | ${{ month: '2026-11', bills: 1 }}
`('EARN-17: after bills on $bills the latest month has $monthly', ({ bills, monthly }) => {
  const posted = bills.reduce((account: Account, on: string) => {
    const paid = { id: 'b', branch: { id: 'a' as never, name: '店' }, amount: fen(100), day: day(on) }
    return postAll(account, settleBill(account, paid, GUEST, program).entries)
  }, openAccount())
  expect([posted.monthly, posted.bills]).toEqual([monthly, bills.length])
})

test('a bill of nothing is no order: spend and orders stay, the first order is still to come', () => {
  const paid = { id: 'b', branch: { id: 'a' as never, name: '店' }, amount: fen(0), day: day('2026-10-01') }
  const { settled, entries } = settleBill(openAccount(), paid, GUEST, program)
  expect(settled.earned).toBe(0)
  expect(postAll(openAccount(), entries)).toEqual(openAccount())
})

test.each([
  [['2026-03-01', '2026-06-01', '2026-09-01']],
  [['2026-09-01', '2026-06-01', '2026-03-01']],
  [['2026-06-01', '2026-09-01', '2026-03-01']],
])('I10: lots stand soonest first, in whatever order they were earned: %p', (days) => {
  const joined = days.map((on) => join(day(on), program))
  const sorted = ['2027-03-01', '2027-06-01', '2027-09-01']
  expect(postAll(openAccount(), joined).lots.map(({ expiresOn }) => expiresOn)).toEqual(sorted)
})

test('a bill that earns nothing opens no lot', () => {
  expect(
    postAll(openAccount(), [{ ...join(day('2026-01-01'), program), earned: points(0) } as Entry]).lots,
  ).toEqual([])
})

test.each`
  asked  | drawn
  ${0}   | ${[]}
  ${1}   | ${[['2027-03-31', 1]]}
  ${100} | ${[['2027-03-31', 100]]}
  ${101} | ${[['2027-03-31', 100], ['2027-06-30', 1]]}
  ${150} | ${[['2027-03-31', 100], ['2027-06-30', 50]]}
`('I10: $asked points are taken from what expires soonest', ({ asked, drawn }) => {
  const account = holding(['2027-03-31', 100], ['2027-06-30', 50])
  const expected = drawn.map(([lot, taken]: [string, number]) => ({ lot, points: taken }))
  expect(drawSoonest(account, points(asked))).toEqual({ ok: true, value: expected })
})

test('RED-15: one point short is refused and nothing is taken', () => {
  const account = holding(['2027-03-31', 49])
  expect(drawSoonest(account, points(50))).toEqual({ ok: false, refusal: 'INSUFFICIENT_POINTS' })
})

test('EXP-01: points can be used through the day they expire and are gone the next', () => {
  const account = holding(['2026-12-31', 5], ['2027-01-01', 7])
  expect(settleTime({ account, joinedOn }, day('2026-12-31'), recommended)).toEqual([])
  const gone = [{ type: 'PointsExpired', on: '2027-01-01', drawn: [{ lot: '2026-12-31', points: 5 }] }]
  expect(settleTime({ account, joinedOn }, day('2027-01-01'), recommended)).toEqual(gone)
})

test('a draw on a lot that is not there, or holds less, is a bug and says so', () => {
  const expired = (lot: string, taken: number): Entry => ({
    type: 'PointsExpired',
    on: day('2027-01-01'),
    drawn: [{ lot: day(lot), points: points(taken) }],
  })
  const account = holding(['2026-12-31', 5])
  expect(() => post(account, expired('2026-12-30', 1))).toThrow('no open lot 2026-12-30')
  expect(() => post(account, expired('2026-12-31', 6))).toThrow('holds 5, asked for 6')
})

test.each([
  [5, 5, null],
  [5, 6, '6 repaid of a debt of 5'],
  [0, 1, '1 repaid of a debt of 0'],
])('I10: who owes %i repays %i of what comes: %s', (debt, repaid, bug) => {
  const comes = { ...join(day('2026-01-01'), program), repaid: points(repaid) } as Entry
  const owing = { ...openAccount(), debt: points(debt) }
  if (bug === null) expect(post(owing, comes).debt).toBe(debt - repaid)
  else expect(() => post(owing, comes)).toThrow(bug)
})

test('RED-23, I8: points that bought a tier are gone, and have not expired', () => {
  const bought = {
    type: 'TierBought',
    on: day('2026-11-21'),
    tier: 'gold',
    tierName: '金卡会员',
    days: 30,
  } as const
  const drawn = [{ lot: day('2026-12-31'), points: points(3) }]
  const { lots, lapsed } = post(holding(['2026-12-31', 5]), { ...bought, drawn, program: 'p' })
  expect([lots, lapsed]).toEqual([[{ expiresOn: '2026-12-31', left: 2 }], []])
})

test('ENG-01: of who checks in first is remembered when, and no milestone that he has not had', () => {
  const on = day('2026-11-21')
  const first: Entry = { type: 'CheckedIn', on, streak: 1, day: 1, once: [], program: 'p' }
  expect(post(openAccount(), first).checkIn).toEqual({ on: '2026-11-21', streak: 1, had: [] })
})

const reward = (price: number) => {
  const [first] = program.rewards
  if (first === undefined) throw new Error('the programme has rewards')
  return { ...first, points: points(price) }
}

test('800 points for a reward of 500 leave 300; RED-17', () => {
  const account = holding(['2027-01-01', 800])
  const claim = { reward: reward(500), redemption: 'C', token: null, left: null }
  const claimed = claimReward(account, claim, day('2026-11-21'), program)
  if (!claimed.ok) throw new Error(claimed.refusal)
  expect(balanceOf(postAll(account, claimed.value))).toBe(300)
})

test.each`
  left    | balance | outcome
  ${null} | ${500}  | ${'issued'}
  ${1}    | ${500}  | ${'issued'}
  ${0}    | ${500}  | ${'OUT_OF_STOCK'}
  ${0}    | ${499}  | ${'INSUFFICIENT_POINTS'}
  ${1}    | ${499}  | ${'INSUFFICIENT_POINTS'}
`('with $balance points and $left left, a reward of 500 is $outcome', ({ left, balance, outcome }) => {
  const claim = { reward: reward(500), redemption: 'C', token: 't', left }
  const claimed = claimReward(holding(['2027-01-01', balance]), claim, day('2026-11-21'), program)
  expect(claimed.ok ? 'issued' : claimed.refusal).toBe(outcome)
})

const step = fc.record({
  kind: fc.constantFrom('bill', 'claim', 'wait'),
  size: fc.oneof(fc.nat(500), fc.nat(1_000_000)),
})

test('I1, I3, I9: no sequence of bills, claims and waiting makes or loses a point', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let today = day('2026-01-01')
      let account = postAll(openAccount(), [join(today, program)])
      let expected: number = program.earn.registration
      const apply = (entries: Entry[]) => {
        for (const entry of entries) expected += deltaOf(entry)
        account = postAll(account, entries)
      }
      for (const { kind, size } of steps) {
        if (kind === 'wait') today = addDays(today, size % 400)
        apply(settleTime({ account, joinedOn }, today, recommended))
        if (kind === 'bill') {
          const branch = { id: 'a' as never, name: '店' }
          apply(
            settleBill(account, { id: 'b', branch, amount: fen(size), day: today }, GUEST, program).entries,
          )
        }
        if (kind === 'claim') {
          const claim = { reward: reward(size + 1), redemption: 'C', token: null, left: null }
          const claimed = claimReward(account, claim, today, program)
          expect(claimed.ok).toBe(size + 1 <= expected)
          if (claimed.ok) apply(claimed.value)
        }
        expect(balanceOf(account)).toBe(expected)
        expect(account.lots.every((lot) => lot.left > 0 && lot.expiresOn >= today)).toBe(true)
      }
    }),
  )
})

const pending = (id: string, amount: number, until: string | null): Entry => ({
  type: 'PointsPending',
  on: day('2026-11-01'),
  pending: id,
  source: 'referral',
  bill: null,
  about: '推荐好友',
  branch: null,
  points: points(amount),
  until: until === null ? null : day(until),
  reason: 'refundSafe',
  program: 'p',
})
const waiting = (...entries: Entry[]) => postAll(openAccount(), entries)

test.each`
  today           | released
  ${'2026-11-07'} | ${[]}
  ${'2026-11-08'} | ${['a']}
  ${'2026-11-09'} | ${['a', 'b']}
  ${'2027-11-08'} | ${['a', 'b']}
`(
  'CAP-02: points that wait until 8 and 9 November, on $today: $released can be used',
  ({ today, released }) => {
    const account = waiting(
      pending('a', 30, '2026-11-08'),
      pending('b', 50, '2026-11-09'),
      pending('c', 9, null),
    )
    const entries = settleTime({ account, joinedOn }, today, recommended)
    expect(entries.flatMap((entry) => (entry.type === 'PendingReleased' ? entry.pending : []))).toEqual(
      released,
    )
  },
)

test('CAP-02: points that waited live a year from the day they were due, whenever anybody looks', () => {
  const account = waiting(pending('a', 30, '2026-11-08'))
  const entries = settleTime({ account, joinedOn }, day('2027-11-09'), recommended)
  expect(entries.map(({ type }) => type)).toEqual(['PendingReleased', 'PointsExpired'])
  expect(balanceOf(postAll(account, entries))).toBe(0)
  expect(balanceOf(postAll(account, settleTime({ account, joinedOn }, day('2027-11-08'), recommended)))).toBe(
    30,
  )
})

test('what waits is no balance, and the next day on which time does something is the day it is due', () => {
  const account = waiting(pending('a', 30, '2026-11-08'), pending('c', 9, null))
  expect([balanceOf(account), nextDueOf({ account, joinedOn }, program)]).toEqual([0, '2026-11-08'])
  expect(nextDueOf({ account: waiting(pending('c', 9, null)), joinedOn }, program)).toBe(NEVER)
})

test('points that wait and are forfeited are gone; some that do not wait, or of another size, is a bug and says so', () => {
  const forfeited = (pending: string, amount: number): Entry => ({
    type: 'PendingForfeited',
    on: day('2026-11-05'),
    pending,
    source: 'referral',
    points: points(amount),
    reason: '订单已退款',
  })
  const account = waiting(pending('a', 30, null))
  expect(post(account, forfeited('a', 30)).pending).toEqual([])
  expect(() => post(account, forfeited('a', 31))).toThrow('30 waits as a, not 31')
  expect(() => post(account, forfeited('b', 30))).toThrow('nothing waits as b, not 30')
})

test.each`
  debt   | earned | left   | owed
  ${0}   | ${100} | ${100} | ${0}
  ${40}  | ${100} | ${60}  | ${0}
  ${100} | ${100} | ${0}   | ${0}
  ${101} | ${100} | ${0}   | ${1}
`('with a debt of $debt, $earned points earned are $left to use and a debt of $owed', (row) => {
  const account = { ...openAccount(), debt: points(row.debt) }
  const about = { source: 'checkIn', about: '签到', points: points(row.earned) } as const
  const granted = grant(account, about, day('2026-11-01'), recommended)
  const after = postAll(account, granted)
  expect([balanceOf(after), after.debt]).toEqual([row.left, row.owed])
  expect(granted.map(deltaOf)).toEqual([row.left])
})
