import type { BusinessDay, Fen, MemberId, Points, Program, ReferralRule } from '../../contract'
import { type Account, openAccount, postAll } from '../account'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { acceptReferral, countOrder, reopenReferral } from './count'
import { friendStanding, turnsOf, waitingForFriends } from './friend-standing'
import { rewardReferral, withdrawReferral } from './reward'
import { excessId, pendingId, type RewardReferral } from './task'
import { referralWorth } from './worth'

const day = (text: string) => text as BusinessDay
const [referrer, referee] = ['MA', 'MB'] as [MemberId, MemberId]
const ON = day('2027-03-05')
const SAFE = day('2027-03-12')

const rule = (over: Partial<ReferralRule>): ReferralRule => ({
  trigger: 'firstPaidOrder',
  beneficiary: 'both',
  formula: { kind: 'fixed', points: points(100) },
  atLeast: 0 as Fen,
  ...over,
})
const programOf = (rules: ReferralRule[], cap: Program['caps']['referral'] = null): Program => ({
  ...recommended,
  caps: { ...recommended.caps, referral: cap },
  referral: { rules, perMonth: 5, pendingDays: 7 },
})
const program = programOf([rule({})])

const task = (over: Partial<RewardReferral> = {}): RewardReferral => ({
  kind: 'rewardReferral',
  side: 'referrer',
  friend: referee,
  turn: 1,
  points: points(100),
  until: SAFE,
  perMonth: 5,
  ...over,
})

const joined = (): Account =>
  postAll(openAccount(), acceptReferral(referee, { standing: 'COUNTS', referrer }, ON, program).entries)
const counted = (): Account =>
  postAll(joined(), countOrder(referee, joined(), { bill: 'B1', amount: fen(100), day: ON }, program).entries)

const rewarded = (over: Partial<RewardReferral> = {}, by = program): Account => {
  const done = rewardReferral(openAccount(), task(over), { isStaff: false, before: null }, ON, by)
  if (!done.ok) throw new Error(done.refusal)
  return postAll(openAccount(), done.value)
}

test('REF-02: where joining is worth something both are rewarded at once; nobody brought him, or a code of nobody, is nothing', () => {
  const worth = programOf([rule({ trigger: 'register' })])
  const { entries, errands } = acceptReferral(referee, { standing: 'COUNTS', referrer }, ON, worth)
  expect(entries).toEqual([{ type: 'ReferralAccepted', on: ON, by: referrer, excluded: null }])
  expect(errands).toEqual([
    {
      id: 'referral.MB.0.referrer.reward',
      to: referrer,
      task: task({ turn: 0, until: ON }),
      after: null,
    },
    {
      id: 'referral.MB.0.referee.reward',
      to: referee,
      task: task({ turn: 0, until: ON, side: 'referee', friend: referrer }),
      after: null,
    },
  ])
  expect(acceptReferral(referee, { standing: 'STAFF', referrer }, ON, worth)).toEqual({
    entries: [{ type: 'ReferralAccepted', on: ON, by: referrer, excluded: 'STAFF' }],
    errands: [],
  })
  const nothing = { entries: [], errands: [] }
  expect(acceptReferral(referee, null, ON, worth)).toEqual(nothing)
  expect(acceptReferral(referee, { standing: 'CODE_UNKNOWN', referrer: null }, ON, worth)).toEqual(nothing)
})

test('REF-01: a bill of nothing does not count, nor one after the first, nor where nothing is given', () => {
  const bill = (amount: number) => ({ bill: 'B1', amount: fen(amount), day: ON })
  const nothing = { entries: [], errands: [] }
  expect(countOrder(referee, joined(), bill(0), program)).toEqual(nothing)
  expect(countOrder(referee, openAccount(), bill(1), program)).toEqual(nothing)
  expect(countOrder(referee, counted(), bill(1), program)).toEqual(nothing)
  expect(countOrder(referee, joined(), bill(1), { ...program, referral: null })).toEqual(nothing)
  expect(countOrder(referee, joined(), bill(1), program).entries).toEqual([
    { type: 'ReferralCounted', on: ON, bill: 'B1', safeOn: SAFE, sides: ['referrer', 'referee'] },
  ])
})

test('C-20: the order that counted can be taken back until it is refund-safe, and no other; each side is told after its reward', () => {
  const nothing = { entries: [], errands: [] }
  expect(reopenReferral(referee, openAccount(), 'B1', ON)).toEqual(nothing)
  expect(reopenReferral(referee, joined(), 'B1', ON)).toEqual(nothing)
  expect(reopenReferral(referee, counted(), 'B2', ON)).toEqual(nothing)
  expect(reopenReferral(referee, counted(), 'B1', SAFE)).toEqual(nothing)
  const { entries, errands } = reopenReferral(referee, counted(), 'B1', day('2027-03-11'))
  expect(entries).toMatchObject([{ type: 'ReferralReopened', bill: 'B1', sides: ['referrer', 'referee'] }])
  expect(errands.map(({ id, after }) => [id, after])).toEqual([
    ['referral.MB.1.referrer.withdraw', 'referral.MB.1.referrer.reward'],
    ['referral.MB.1.referee.withdraw', 'referral.MB.1.referee.reward'],
  ])
  const again = postAll(counted(), entries)
  const next = countOrder(referee, again, { bill: 'B2', amount: fen(1), day: ON }, program)
  expect(next.errands.map(({ id, after }) => [id, after])).toEqual([
    ['referral.MB.2.referrer.reward', 'referral.MB.1.referrer.withdraw'],
    ['referral.MB.2.referee.reward', 'referral.MB.1.referee.withdraw'],
  ])
})

test('what cannot be is not posted: a second referral, a second order, a refund of another, a reward taken from nobody', () => {
  const accepted = { type: 'ReferralAccepted', on: ON, by: referrer, excluded: null } as const
  const order = { type: 'ReferralCounted', on: ON, bill: 'B2', safeOn: SAFE, sides: [] } as const
  const reopened = { type: 'ReferralReopened', on: ON, bill: 'B2', sides: [] } as const
  const withdrawn = {
    type: 'FriendWithdrawn',
    on: ON,
    friend: referee,
    points: points(1),
    month: '2027-03',
  } as const
  const post = (account: Account, entry: object) => () => postAll(account, [{ ...entry } as never])
  expect(post(joined(), accepted)).toThrow('he was referred before')
  expect(post(counted(), { ...order, sides: [] })).toThrow('no order is awaited')
  expect(post(openAccount(), order)).toThrow('no order is awaited')
  expect(post(counted(), reopened)).toThrow('B2 is not the order that counted')
  expect(post(joined(), reopened)).toThrow('B2 is not the order that counted')
  expect(post(openAccount(), reopened)).toThrow('B2 is not the order that counted')
  expect(post(openAccount(), withdrawn)).toThrow('no friend was rewarded')
})

test.each([
  ['drop', 60, ['referral.MB.1 60 2027-03-12 refundSafe'], 60],
  ['review', 60, ['referral.MB.1 60 2027-03-12 refundSafe', 'referral.MB.1.more 40 null review'], 100],
  ['drop', 100, ['referral.MB.1 100 2027-03-12 refundSafe'], 100],
  ['review', 0, ['referral.MB.1.more 100 null review'], 100],
] as const)('CAP-01: with a cap that would %s, of %i, a reward waits as %j', (over, cap, waits, come) => {
  const account = rewarded({}, programOf([rule({})], { points: points(cap), over }))
  expect(account.pending.map((one) => `${one.id} ${one.points} ${one.until} ${one.reason}`)).toEqual(waits)
  expect(account.pending.every(({ source, about }) => source === 'referral' && about === '邀请好友')).toBe(
    true,
  )
  expect(account.referrals).toEqual({ month: '2027-03', rewards: 1, points: come })
})

test('CAP-01: what a cap drops of a reward that comes at once is not counted as given', () => {
  const capped = programOf([rule({})], { points: points(60), over: 'drop' })
  expect(rewarded({ until: ON }, capped).referrals?.points).toBe(60)
  expect(rewarded({ until: ON }).referrals?.points).toBe(100)
})

test('REF-07: only who invites is held to so many a month, and none is counted for who came', () => {
  const arrival = { isStaff: false, before: null }
  const full = { ...openAccount(), referrals: { month: '2027-03', rewards: 5, points: points(500) } }
  const ask = (over: Partial<RewardReferral>, account: Account = full) =>
    rewardReferral(account, task(over), arrival, ON, program)
  expect(ask({})).toEqual({ ok: false, refusal: 'MONTH_FULL' })
  expect(ask({ perMonth: 6 }).ok).toBe(true)
  expect(ask({ perMonth: null }).ok).toBe(true)
  const own = ask({ side: 'referee' })
  expect(own.ok && own.value.map(({ type }) => type)).toEqual(['PointsPending'])
  const later = { ...full, referrals: { ...full.referrals, month: '2027-04' } }
  expect(ask({}, later)).toEqual({ ok: false, refusal: 'MONTH_FULL' })
  const before = { ...full, referrals: { ...full.referrals, month: '2027-02' } }
  const allowed = ask({}, before)
  const [line] = allowed.ok ? allowed.value : []
  expect(postAll(before, [line as never]).referrals).toEqual({ month: '2027-03', rewards: 1, points: 600 })
})

test.each([
  ['ok', '2027-03-11', null],
  ['ok', '2027-03-12', 'ALREADY_SAFE'],
  ['REWARDED_BEFORE', '2027-03-06', 'ALREADY_SAFE'],
  ['STAFF', '2027-03-06', 'NOTHING_GIVEN'],
  [null, '2027-03-06', 'NOTHING_GIVEN'],
] as const)('C-20: a reward that was %s is taken back on %s: %s', (before, on, refusal) => {
  const taken = { ...task(), kind: 'withdrawReferral' as const }
  const done = withdrawReferral(rewarded(), taken, { isStaff: false, before }, day(on))
  expect(done.ok ? null : done.refusal).toBe(refusal)
  if (!done.ok) return
  expect(done.value).toMatchObject([
    { type: 'PendingForfeited', pending: 'referral.MB.1', points: 100, reason: '好友的订单已退款' },
    { type: 'FriendWithdrawn', friend: referee, points: 100, month: '2027-03' },
  ])
  const after = postAll(rewarded(), done.value)
  expect(after.referrals).toEqual({ month: '2027-03', rewards: 0, points: 0 })
  const none = withdrawReferral(after, taken, { isStaff: false, before }, day(on))
  expect(none).toEqual({ ok: false, refusal: 'ALREADY_SAFE' })
})

test('a reward of a month that is over gives its place back to nobody', () => {
  const april = { ...openAccount(), referrals: { month: '2027-04', rewards: 2, points: points(200) } }
  const line = { type: 'FriendWithdrawn', on: ON, friend: referee, points: points(100), month: '2027-03' }
  expect(postAll(april, [line as never]).referrals).toEqual({ month: '2027-04', rewards: 2, points: 100 })
})

test('a programme without referral gives nothing, whatever happens', () => {
  expect(referralWorth('firstPaidOrder', fen(100), { ...program, referral: null })).toEqual({
    referrer: 0,
    referee: 0,
  })
})

const friend = (over: object = {}) => ({
  ...(joined().referredBy as NonNullable<Account['referredBy']>),
  ...over,
})
const order = { bill: 'B1', safeOn: SAFE, sides: ['referrer' as const] }
const sent = (outcome: string | null, turn = 1) => ({ task: task({ turn }), outcome })
const none = { reason: null, points: 0, until: null }

test.each([
  [
    'nothing is awaited',
    friend(),
    [],
    openAccount(),
    programOf([rule({ beneficiary: 'referee' })]),
    { ...none, status: 'joined' },
  ],
  [
    'joining alone is rewarded',
    friend(),
    [],
    openAccount(),
    programOf([rule({ trigger: 'register' })]),
    { ...none, status: 'joined' },
  ],
  ['there is no referral', friend(), [], openAccount(), { referral: null }, { ...none, status: 'joined' }],
  [
    'one of two rules awaits an order',
    friend(),
    [sent('ok', 0)],
    openAccount(),
    programOf([rule({ trigger: 'register' }), rule({})]),
    { ...none, status: 'awaitingOrder', points: 100 },
  ],
  [
    'he is staff',
    friend({ excluded: 'STAFF' }),
    [],
    openAccount(),
    program,
    { ...none, status: 'excluded', reason: 'STAFF' },
  ],
  ['nothing was sent', friend({ order, turn: 1 }), [], openAccount(), program, { ...none, status: 'joined' }],
  [
    'nobody knows yet',
    friend({ order, turn: 1 }),
    [sent(null)],
    openAccount(),
    program,
    { ...none, status: 'pending', points: 100, until: SAFE },
  ],
  [
    'they wait',
    friend({ order, turn: 1 }),
    [sent('ok')],
    rewarded(),
    program,
    { ...none, status: 'pending', points: 100, until: SAFE },
  ],
  [
    'they have come',
    friend({ order, turn: 1 }),
    [sent('ok')],
    rewarded({ friend: 'MC' as MemberId }),
    program,
    { ...none, status: 'arrived', points: 100 },
  ],
  [
    'they came with an order before',
    friend({ order, turn: 1 }),
    [sent('REWARDED_BEFORE')],
    openAccount(),
    program,
    { ...none, status: 'arrived', points: 100 },
  ],
  [
    'the month is full',
    friend({ order, turn: 1 }),
    [sent('MONTH_FULL'), sent('ok', 0)],
    openAccount(),
    program,
    { reason: 'MONTH_FULL', points: 100, until: null, status: 'excluded' },
  ],
  [
    'a turn before was full',
    friend({ order, turn: 2 }),
    [sent('MONTH_FULL'), sent('ok', 2)],
    openAccount(),
    program,
    { ...none, status: 'arrived', points: 100 },
  ],
] as const)(
  'REF-04, REF-08: how it stands with a friend when %s',
  (_what, he, were, account, by, expected) => {
    expect(friendStanding(he as never, were, account, by)).toEqual(expected)
  },
)

test('a reward may have been sent when he joined, and with the order that counts now', () => {
  expect(turnsOf(friend())).toEqual([0])
  expect(turnsOf(friend({ order, turn: 2 }))).toEqual([0, 2])
  expect([pendingId(task()), excessId(task())]).toEqual(['referral.MB.1', 'referral.MB.1.more'])
})

test('REF-08: points wait for his friends; those he was promised when he came himself are none of them', () => {
  const waiting = (id: string, source: string, n: number) => ({ id, source, points: n as Points }) as never
  const account = {
    ...joined(),
    pending: [
      waiting('referral.MC.1', 'referral', 100),
      waiting('referral.MD.1.more', 'referral', 30),
      waiting('referral.MA.1', 'referral', 7),
      waiting('wait-1', 'bill', 5),
    ],
  }
  expect(waitingForFriends(account)).toBe(130)
  expect(waitingForFriends({ ...account, referredBy: null })).toBe(137)
  expect(waitingForFriends(openAccount())).toBe(0)
})
