import fc from 'fast-check'
import type { BusinessDay, Entry, Fen, MemberId, Points, Program, ReferralRule } from '../../contract'
import { Referral } from '../../contract/referral'
import { type Account, balanceOf, openAccount, postAll } from '../account'
import { addDays } from '../calendar'
import { doTask, type Errand } from '../errand'
import { recommended } from '../presets/recommended'
import { settleTime } from '../settle-time'
import { acceptReferral, countOrder, reopenReferral } from './count'
import { friendStanding } from './friend-standing'
import { referralWorth } from './worth'

const day = (text: string) => text as BusinessDay
const joinedOn = day('2026-01-01')
const member = (letter: string) => `M${letter.repeat(16)}` as MemberId
const [referrer, referee] = [member('A'), member('B')]
const TODAY = day('2027-03-05')

const rule = (over: Partial<ReferralRule>): ReferralRule => ({
  trigger: 'firstPaidOrder',
  beneficiary: 'both',
  formula: { kind: 'fixed', points: 100 as Points },
  atLeast: 0 as Fen,
  ...over,
})
const withReferral = (over: Partial<Referral>): Program => ({
  ...recommended,
  referral: { rules: [rule({})], perMonth: 5, pendingDays: 7, ...over },
})
const share = (bp: number) => ({ kind: 'share' as const, bp })

test.each`
  of                                 | rules                                                        | amount    | referrer | referee
  ${'REF-03 both 100'}               | ${[rule({})]}                                                | ${1}      | ${100}   | ${100}
  ${'REF-01 10 % of 200 yuan'}       | ${[rule({ beneficiary: 'referrer', formula: share(1000) })]} | ${20_000} | ${20}    | ${0}
  ${'EARN-11 rounded down'}          | ${[rule({ formula: share(1000) })]}                          | ${1_999}  | ${1}     | ${1}
  ${'a share of too little'}         | ${[rule({ formula: share(1000) })]}                          | ${999}    | ${0}     | ${0}
  ${'from an amount on: below'}      | ${[rule({ atLeast: 5_000 as Fen })]}                         | ${4_999}  | ${0}     | ${0}
  ${'from an amount on: reached'}    | ${[rule({ atLeast: 5_000 as Fen })]}                         | ${5_000}  | ${100}   | ${100}
  ${'two rules are added'}           | ${[rule({}), rule({ beneficiary: 'referee' })]}              | ${1}      | ${100}   | ${200}
  ${'another trigger gives nothing'} | ${[rule({ trigger: 'load' })]}                               | ${1}      | ${0}     | ${0}
`('C-20: a first order is worth, $of', ({ rules, amount, referrer, referee }) => {
  expect(referralWorth('firstPaidOrder', amount, withReferral({ rules }))).toEqual({ referrer, referee })
})

test.each([
  ['sharing', { rules: [{ ...rule({}), trigger: 'share' }], perMonth: 5, pendingDays: 7 }],
  ['a second level', { rules: [{ ...rule({}), level: 2 }], perMonth: 5, pendingDays: 7 }],
  ['somebody further up', { rules: [rule({ beneficiary: 'grand' as never })], perMonth: 5, pendingDays: 7 }],
])('C-47, EARN-12: a reward for %s cannot be written down', (_what, written) => {
  expect(Referral.safeParse(written).success).toBe(false)
})

/** Two accounts and what runs between them, in whatever order. */
function house(program: Program = withReferral({})) {
  const accounts = new Map<MemberId, Account>([
    [referrer, openAccount()],
    [referee, openAccount()],
  ])
  const outcomes = new Map<string, string>()
  const of = (id: MemberId) => accounts.get(id) as Account
  const post = (id: MemberId, entries: Entry[]) => accounts.set(id, postAll(of(id), entries))
  return {
    of,
    post,
    joins() {
      const { entries, errands } = acceptReferral(referee, { standing: 'COUNTS', referrer }, TODAY, program)
      post(referee, entries)
      return errands
    },
    pays(amount: number, on = TODAY, bill = 'B1') {
      const paid = { bill, amount: amount as Fen, day: on }
      const { entries, errands } = countOrder(referee, of(referee), paid, program)
      post(referee, entries)
      return errands
    },
    refunds(on = TODAY, bill = 'B1') {
      const { entries, errands } = reopenReferral(referee, of(referee), bill, on)
      post(referee, entries)
      return errands
    },
    does({ id, to, task, after }: Errand, on = TODAY, isStaff = false): string {
      const known = outcomes.get(id)
      if (known !== undefined) return known
      const before = after === null ? null : (outcomes.get(after) ?? 'TOO_EARLY')
      if (before === 'TOO_EARLY') return before
      post(to, settleTime({ account: of(to), joinedOn }, on, program))
      const done = doTask(of(to), task, { isStaff, before }, on, program)
      if (done.ok) post(to, done.value)
      outcomes.set(id, done.ok ? 'ok' : done.refusal)
      return outcomes.get(id) ?? ''
    },
    on(date: BusinessDay) {
      for (const id of [referrer, referee]) post(id, settleTime({ account: of(id), joinedOn }, date, program))
      return [balanceOf(of(referrer)), balanceOf(of(referee))]
    },
  }
}

test('REF-07: the points of both wait until the order is refund-safe, and can be used on that day', () => {
  const two = house()
  two.joins()
  const errands = two.pays(8_800)
  expect(errands.map(({ to }) => to)).toEqual([referrer, referee])
  for (const errand of errands) expect(two.does(errand)).toBe('ok')
  expect(two.on(addDays(TODAY, 6))).toEqual([0, 0])
  expect(two.on(addDays(TODAY, 7))).toEqual([100, 100])
})

test('a reward that arrives when the order is refund-safe already is there at once', () => {
  const two = house()
  two.joins()
  const [errand] = two.pays(8_800)
  if (errand) two.does(errand, addDays(TODAY, 7))
  expect(balanceOf(two.of(referrer))).toBe(100)
})

test('only one order of a friend counts, the first that is worth something; a bill of nothing is none', () => {
  const two = house(withReferral({ rules: [rule({ atLeast: 5_000 as Fen })] }))
  expect(two.pays(8_800)).toEqual([])
  two.joins()
  expect(two.pays(0)).toEqual([])
  expect(two.pays(4_999)).toEqual([])
  expect(two.pays(5_000)).toHaveLength(2)
  expect(two.pays(5_000, TODAY, 'B2')).toEqual([])
})

test.each([
  [4, 'ok'],
  [5, 'MONTH_FULL'],
])('RISK-09: after %i rewards of a month the next one is %s', (before, outcome) => {
  const two = house()
  two.joins()
  const rewarded: Entry = { type: 'FriendRewarded', on: TODAY, friend: member('C'), points: 100 as Points }
  for (let n = 0; n < before; n++) two.post(referrer, [rewarded])
  const [his, hers] = two.pays(8_800)
  expect(his && two.does(his)).toBe(outcome)
  expect(hers && two.does(hers)).toBe('ok')
})

test('RISK-09: a new month begins at nothing, and a clock that was ahead counts in the later one', () => {
  const two = house(withReferral({ perMonth: 1 }))
  const rewarded = (on: string): Entry => ({
    type: 'FriendRewarded',
    on: day(on),
    friend: member('C'),
    points: 100 as Points,
  })
  const reward = { kind: 'rewardReferral', side: 'referrer', friend: referee, turn: 1, points: 100 } as const
  const task = { ...reward, points: 100 as Points, until: day('2027-05-01'), perMonth: 1 }
  const errand = (turn: number): Errand => ({
    id: `${turn}`,
    to: referrer,
    task: { ...task, turn },
    after: null,
  })
  two.post(referrer, [rewarded('2027-03-31')])
  expect(two.does(errand(1), day('2027-03-31'))).toBe('MONTH_FULL')
  expect(two.does(errand(2), day('2027-04-01'))).toBe('ok')
  expect(two.does(errand(3), day('2027-03-31'))).toBe('MONTH_FULL')
})

test('RISK-01: who works here gets nothing, on either side', () => {
  const two = house()
  two.joins()
  for (const errand of two.pays(8_800)) expect(two.does(errand, TODAY, true)).toBe('STAFF')
  const { entries, errands } = acceptReferral(
    member('C'),
    { standing: 'STAFF', referrer },
    TODAY,
    recommended,
  )
  expect(errands).toEqual([])
  expect(postAll(openAccount(), entries).referredBy).toMatchObject({ excluded: 'STAFF' })
  expect(countOrder(member('C'), postAll(openAccount(), entries), paid, recommended).errands).toEqual([])
})
const paid = { bill: 'B1', amount: 8_800 as Fen, day: TODAY }

test('C-20: refunded while they wait, the points of both are forfeited, and the next order counts', () => {
  const two = house()
  two.joins()
  for (const errand of two.pays(8_800)) two.does(errand)
  expect(two.of(referrer).referrals).toEqual({ month: '2027-03', rewards: 1, points: 100 })
  for (const errand of two.refunds()) expect(two.does(errand)).toBe('ok')
  expect(two.of(referrer).referrals).toEqual({ month: '2027-03', rewards: 0, points: 0 })
  for (const errand of two.pays(3_000, addDays(TODAY, 1), 'B2')) two.does(errand, addDays(TODAY, 1))
  expect(two.on(addDays(TODAY, 8))).toEqual([100, 100])
})

test('CAP-01, REF-07: what is forfeited on its own day leaves its place in the cap of that day to the next friend', () => {
  const capped = {
    ...withReferral({}),
    caps: { ...recommended.caps, referral: { points: 100 as Points, over: 'drop' as const } },
  }
  const two = house(capped)
  two.joins()
  for (const errand of two.pays(8_800)) two.does(errand)
  for (const errand of two.refunds()) two.does(errand)
  for (const errand of two.pays(3_000, TODAY, 'B2')) expect(two.does(errand)).toBe('ok')
  expect(two.on(addDays(TODAY, 8))).toEqual([100, 100])
})

test.each([
  [6, 2, 0],
  [7, 0, 100],
])('C-20: refunded after %i days, %i withdrawals are sent, and %i points are left', (days, sent, left) => {
  const two = house()
  two.joins()
  for (const errand of two.pays(8_800)) two.does(errand)
  const later = addDays(TODAY, days)
  const withdrawals = two.refunds(later)
  expect(withdrawals).toHaveLength(sent)
  for (const errand of withdrawals) expect(two.does(errand, later)).toBe('ok')
  expect(two.on(addDays(TODAY, 30))).toEqual([left, left])
})

test('word of a refund that comes too late takes nothing back, and no later order is rewarded again', () => {
  const two = house()
  two.joins()
  for (const errand of two.pays(8_800)) two.does(errand)
  const late = two.refunds()
  const next = two.pays(8_800, TODAY, 'B2')
  for (const errand of next) expect(two.does(errand)).toBe('TOO_EARLY')
  const later = addDays(TODAY, 8)
  for (const errand of late) expect(two.does(errand, later)).toBe('ALREADY_SAFE')
  for (const errand of next) expect(two.does(errand, later)).toBe('REWARDED_BEFORE')
  expect(two.on(addDays(TODAY, 30))).toEqual([100, 100])
})

test('who kept a reward is not rewarded again, however many orders are taken back in between', () => {
  const forReferee = rule({ beneficiary: 'referee', atLeast: 5_000 as Fen })
  const two = house(withReferral({ rules: [rule({ beneficiary: 'referrer' }), forReferee] }))
  const later = addDays(TODAY, 8)
  two.joins()
  for (const errand of two.pays(8_800)) two.does(errand)
  for (const errand of two.refunds()) expect(two.does(errand, later)).toBe('ALREADY_SAFE')
  // The second order is too small for the friend: nothing of his is withdrawn with it.
  for (const errand of two.pays(3_000, later, 'B2')) expect(two.does(errand, later)).toBe('REWARDED_BEFORE')
  for (const errand of two.refunds(later, 'B2')) expect(two.does(errand, later)).toBe('ALREADY_SAFE')
  const third = two.pays(8_800, later, 'B3')
  expect(third.map((errand) => two.does(errand, later))).toEqual(['REWARDED_BEFORE', 'REWARDED_BEFORE'])
  expect(two.on(addDays(TODAY, 30))).toEqual([100, 100])
})

test('word that comes too late takes nothing, not even what waits for a person', () => {
  const caps = { ...recommended.caps, referral: { points: 60 as Points, over: 'review' as const } }
  const two = house({ ...withReferral({}), caps })
  two.joins()
  for (const errand of two.pays(8_800)) two.does(errand)
  expect(two.of(referee).pending.map(({ points }) => points)).toEqual([60, 40])
  for (const errand of two.refunds()) expect(two.does(errand, addDays(TODAY, 7))).toBe('ALREADY_SAFE')
  expect(two.of(referee).pending.map(({ points }) => points)).toEqual([40])
})

test('a withdrawal is decided after its reward, and only goes to those who were sent one', () => {
  const two = house(withReferral({ rules: [rule({ beneficiary: 'referrer' })] }))
  two.joins()
  const [sent] = two.pays(8_800)
  const [withdrawn, ...others] = two.refunds()
  expect([withdrawn?.after, others]).toEqual([sent?.id, []])
})

test('single level: a friend of a friend is worth nothing to who brought the friend', () => {
  const two = house()
  two.joins()
  const { errands } = acceptReferral(
    member('C'),
    { standing: 'COUNTS', referrer: referee },
    TODAY,
    recommended,
  )
  const account = postAll(openAccount(), [
    { type: 'ReferralAccepted', on: TODAY, by: referee, excluded: null },
  ])
  const counted = countOrder(member('C'), account, paid, recommended).errands
  expect([...errands, ...counted].map(({ to }) => to)).toEqual([referee, member('C')])
})

test.each`
  what                       | order    | outcome         | waits    | status             | reason
  ${'no order yet'}          | ${false} | ${null}         | ${false} | ${'awaitingOrder'} | ${null}
  ${'the reward on its way'} | ${true}  | ${null}         | ${false} | ${'pending'}       | ${null}
  ${'points that wait'}      | ${true}  | ${'ok'}         | ${true}  | ${'pending'}       | ${null}
  ${'points that are there'} | ${true}  | ${'ok'}         | ${false} | ${'arrived'}       | ${null}
  ${'the month was full'}    | ${true}  | ${'MONTH_FULL'} | ${false} | ${'excluded'}      | ${'MONTH_FULL'}
  ${'he works here'}         | ${true}  | ${'STAFF'}      | ${false} | ${'excluded'}      | ${'STAFF'}
`('REF-04: on the page stands $status for $what', ({ order, outcome, waits, status, reason }) => {
  const friend = {
    member: referrer,
    excluded: null,
    order: order ? { bill: 'B1', safeOn: addDays(TODAY, 7), sides: ['referrer' as const] } : null,
    withdrawn: [],
    turn: order ? 1 : 0,
  }
  const task = { friend: referee, turn: 1, points: 100 as Points, until: addDays(TODAY, 7) }
  const account: Account = {
    ...openAccount(),
    pending: waits
      ? [
          {
            id: `referral.${referee}.1`,
            source: 'referral',
            about: '邀请好友',
            branch: null,
            bill: null,
            points: 100 as Points,
            since: TODAY,
            until: addDays(TODAY, 7),
            reason: 'refundSafe',
          },
        ]
      : [],
  }
  const sent = order ? [{ task, outcome }] : []
  expect(friendStanding(friend, sent, account, recommended)).toMatchObject({ status, reason })
})

test('in whatever order things arrive, and however often, a referral is rewarded once on each side', () => {
  const step = fc.oneof(
    fc.constantFrom('pay' as const, 'refund' as const, 'day' as const),
    fc.record({ arrives: fc.nat({ max: 30 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (all) => {
      const two = house()
      two.joins()
      let on = TODAY
      const sent: Errand[] = []
      for (const [n, what] of all.entries()) {
        const bill = two.of(referee).referredBy?.order?.bill
        if (what === 'pay') sent.push(...two.pays(5_000, on, `B${n}`))
        else if (what === 'refund') sent.push(...(bill ? two.refunds(on, bill) : []))
        else if (what === 'day') on = addDays(on, 3)
        else if (sent.length > 0) two.does(sent[what.arrives % sent.length] as Errand, on)
      }
      // Whatever still waits for something arrives in the end.
      for (let round = 0; round < sent.length; round++) for (const errand of sent) two.does(errand, on)
      const balances = two.on(addDays(on, 7))
      const counts = two.of(referee).referredBy?.order !== null
      const late = balances.filter((balance) => balance > 100)
      expect(late).toEqual([])
      expect(balances[0]).toBe(two.of(referrer).referrals?.points ?? 0)
      if (counts) expect(balances).toEqual([100, 100])
    }),
    { numRuns: 500 },
  )
})
