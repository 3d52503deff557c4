import type { BranchId, MemberId, PendingPoints, StaffRole } from '../contract'
import { openAccount } from './account'
import { mayReview, placesOf, reviewPlaces, waitingForReview } from './reviews'

const waits = (id: string, branch: string | null, reason: PendingPoints['reason'] = 'review') =>
  ({ id, branch, reason }) as PendingPoints
const account = {
  ...openAccount(),
  pending: [
    waits('1', 'xuhui'),
    waits('2', null),
    waits('3', 'jingan'),
    waits('4', 'xuhui'),
    waits('5', 'a', 'dailyCap'),
  ],
}
const post = (role: StaffRole) => ({ _id: 'M1' as MemberId, role, branch: 'jingan' as BranchId })

test('CAP-02: what comes by itself is looked at by nobody', () => {
  expect(waitingForReview(account).map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
})

test('CAP-02: each place where points wait is named once, in order, and those of no branch stand apart', () => {
  expect(reviewPlaces(account)).toEqual(['*', 'jingan', 'xuhui'])
  expect(reviewPlaces(openAccount())).toEqual([])
})

test.each<[StaffRole, places: string[] | null, elsewhere: boolean]>([
  ['manager', ['jingan', '*'], false],
  ['admin', null, true],
])('CAP-02, SEC-03: a %s of jingan looks at %j, and at another branch: %s', (role, places, elsewhere) => {
  expect(placesOf(post(role))).toEqual(places)
  expect(mayReview(post(role), 'jingan' as BranchId)).toBe(true)
  expect(mayReview(post(role), null)).toBe(true)
  expect(mayReview(post(role), 'xuhui' as BranchId)).toBe(elsewhere)
})
