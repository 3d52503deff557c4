import type { BranchId, MemberId, StaffRole } from '../contract'
import { fen } from './amounts'
import { recommended } from './presets/recommended'
import type { Result } from './result'
import { actsFor, branchOf, mayAppoint, mayRemove, mayReverse, maySettle, type Post, RIGHTS } from './rights'

const post = (role: StaffRole, branch = 'jingan', id = 'M1'): Post => ({
  _id: id as MemberId,
  role,
  branch: branch as BranchId,
})
const said = (result: Result<'yes', string>) => (result.ok ? result.value : result.refusal)

/** The owner's own words: the counter is everybody's, the office is the managers'. */
const COUNTER = [
  ...['desk', 'identify', 'findByPhone', 'guestsAtTable', 'previewBill', 'settleBill'],
  ...['inspectCode', 'redeemCode', 'findBills', 'previewReversal', 'reverseBill', 'reverseClaim'],
]

test.each(Object.entries(RIGHTS))('SEC-03: %s is for those it is meant for', (procedure, { may }) => {
  const [name = '', what = ''] = procedure.split('.')
  if (COUNTER.includes(what)) expect([name, ...may]).toEqual(['cashier', 'clerk', 'manager', 'admin'])
  else expect(may).not.toContain('clerk')
  expect(may).toContain('admin')
})

const yes = 'yes'
const [other, above] = ['ANOTHER_BRANCH', 'ABOVE_YOUR_ROLE']
test.each<[StaffRole, StaffRole, own: string, elsewhere: string]>([
  ['clerk', 'clerk', above, other],
  ['clerk', 'manager', above, other],
  ['clerk', 'admin', above, other],
  ['manager', 'clerk', yes, other],
  ['manager', 'manager', above, other],
  ['manager', 'admin', above, other],
  ['admin', 'clerk', yes, yes],
  ['admin', 'manager', yes, yes],
  ['admin', 'admin', yes, yes],
])('SEC-03: a %s makes and removes a %s: %s in his branch, %s in another', (role, whom, own, elsewhere) => {
  const somebody = (branch: string) => post(whom, branch, 'M2')
  expect(said(mayAppoint(post(role), somebody('jingan')))).toBe(own)
  expect(said(mayAppoint(post(role), somebody('xuhui')))).toBe(elsewhere)
  expect(said(mayRemove(post(role), somebody('jingan')))).toBe(own)
  expect(said(mayRemove(post(role), somebody('xuhui')))).toBe(elsewhere)
})

test.each<StaffRole>(['clerk', 'manager', 'admin'])('nobody removes himself, not even as %s', (role) => {
  expect(said(mayRemove(post(role), post(role)))).toBe('CANNOT_REVOKE_ONESELF')
})

test.each<[StaffRole, own: boolean, elsewhere: boolean]>([
  ['clerk', true, false],
  ['manager', true, false],
  ['admin', true, true],
])('a %s acts for his branch: %s, for another: %s', (role, own, elsewhere) => {
  expect(actsFor(post(role), 'jingan' as BranchId)).toBe(own)
  expect(actsFor(post(role), 'xuhui' as BranchId)).toBe(elsewhere)
  expect(branchOf(post(role))).toBe(elsewhere ? null : 'jingan')
})

test.each<[StaffRole, amount: number, string]>([
  ['clerk', 500_000, yes],
  ['clerk', 500_001, 'ABOVE_LIMIT'],
  ['manager', 5_000_000, yes],
  ['manager', 5_000_001, 'ABOVE_LIMIT'],
  ['admin', 20_000_000, yes],
])('SEC-03: a %s settles %i fen alone: %s', (role, amount, answer) => {
  expect(said(maySettle(post(role), fen(amount), recommended))).toBe(answer)
})

test.each<[StaffRole, bill: number, string]>([
  ['clerk', 20_000, yes],
  ['clerk', 20_001, 'REVERSAL_ABOVE_LIMIT'],
  ['manager', 5_000_000, yes],
  ['manager', 5_000_001, 'REVERSAL_ABOVE_LIMIT'],
  ['admin', 20_000_000, yes],
])('SEC-03: a %s takes back a bill of %i fen alone: %s', (role, bill, answer) => {
  expect(said(mayReverse(post(role), fen(bill), recommended))).toBe(answer)
})
