import type { AdjustmentReason, BranchId, BusinessDay, StaffRole } from '../contract'
import { balanceOf, openAccount, post, postAll } from './account'
import { adjust, adjustsAlone } from './adjust'
import { points } from './amounts'
import { presets } from './presets'
import { recommended } from './presets/recommended'
import { mayReview, placesOf, reviewPlaces } from './reviews'

const TODAY = '2026-11-21' as BusinessDay
const by = (direction: 'give' | 'take', size: number, reason: AdjustmentReason = 'MISSED_BILL') => ({
  direction,
  points: points(size),
  reason,
  note: '小票漏记',
})
const holding = (size: number) => {
  const given = adjust(openAccount(), by('give', size), TODAY, recommended)
  return given.ok ? postAll(openAccount(), given.value) : openAccount()
}

test('SEC-02: what is given is granted with its reason, lives as long as any, and pays a debt first', () => {
  const given = adjust({ ...openAccount(), debt: points(30) }, by('give', 100), TODAY, recommended)
  const line = { source: 'adjustment', about: '补记消费：小票漏记', earned: 100, repaid: 30 }
  expect(given).toMatchObject({
    ok: true,
    value: [{ type: 'PointsGranted', ...line, expiresOn: '2027-11-21' }],
  })
})

test.each`
  has   | taken | left
  ${80} | ${79} | ${1}
  ${80} | ${80} | ${0}
  ${80} | ${81} | ${null}
  ${0}  | ${1}  | ${null}
`('of $has points $taken are taken: $left are left; what is not there is refused, never a debt', (row) => {
  const account = row.has === 0 ? openAccount() : holding(row.has)
  const taken = adjust(account, by('take', row.taken, 'ABUSE'), TODAY, recommended)
  if (row.left === null) return expect(taken).toEqual({ ok: false, refusal: 'INSUFFICIENT_POINTS' })
  expect(taken.ok && balanceOf(postAll(account, taken.value))).toBe(row.left)
  return expect(taken).toMatchObject({ value: [{ type: 'PointsTaken', about: '违规扣回：小票漏记' }] })
})

test.each<[StaffRole, number, boolean]>([
  ['clerk', 1, false],
  ['manager', 500, true],
  ['manager', 501, false],
  ['admin', 2500, true],
  ['admin', 2501, false],
])('SEC-03: as it is recommended a %s gives or takes %d points alone: %s', (role, size, alone) => {
  expect(adjustsAlone(role, points(size), recommended)).toBe(alone)
})

test('SEC-03: without a limit anybody who may adjust goes as far as there is', () => {
  const { plain } = presets
  expect(plain && adjustsAlone('manager', points(1_000_000), plain)).toBe(true)
})

const jingan = 'jingan' as BranchId
const waiting = (branch: BranchId | null, reason: 'review' | 'dailyCap') =>
  post(openAccount(), {
    type: 'PointsPending',
    on: TODAY,
    pending: 'wait-1',
    source: 'bill',
    about: '消费 10 元',
    bill: null,
    branch,
    points: points(10),
    until: null,
    reason,
    program: 'p',
  })
const colleague = (role: StaffRole, branch = 'jingan') => ({
  _id: 'M0000000000000000' as never,
  role,
  branch: branch as BranchId,
})

test('CAP-02: the queue is where the points were earned; what comes by itself is in none', () => {
  expect(reviewPlaces(waiting(jingan, 'review'))).toEqual(['jingan'])
  expect(reviewPlaces(waiting(null, 'review'))).toEqual(['*'])
  expect(reviewPlaces(waiting(jingan, 'dailyCap'))).toEqual([])
})

test.each<[StaffRole, string, BranchId | null, boolean]>([
  ['manager', 'jingan', jingan, true],
  ['manager', 'xuhui', jingan, false],
  ['manager', 'xuhui', null, true],
  ['admin', 'xuhui', jingan, true],
])('SEC-03: a %s of %s looks at what was earned at %s: %s', (role, his, branch, may) => {
  const post = colleague(role, his)
  expect(mayReview(post, branch)).toBe(may)
  const places = placesOf(post)
  const found = reviewPlaces(waiting(branch, 'review')).some((place) => places?.includes(place) ?? true)
  expect(found).toBe(may)
})
