import type { Redemption } from '../services/last-known'
import { presentRedemption } from './present-redemption'
import { birthdayOf, dayNames, monthNames } from './profile/birthday-sheet/days'

const redemption: Redemption = {
  code: 'AT3YBH9NTS5CHEP4',
  qr: 'HTR.AT3YBH9NTS5CHEP4',
  reward: 'drink',
  rewardName: '现制饮品一杯',
  picture: '/assets/rewards/drink.svg',
  points: 100,
  stamps: null,
  status: 'issued',
  issuedAt: '2026-11-22T00:42:00Z',
  expiresOn: '2026-12-22',
  used: null,
  voided: null,
}

test('an open code shows its groups and until when it can be used', () => {
  expect(presentRedemption(redemption)).toMatchObject({
    open: true,
    spent: '',
    text: 'AT3Y-BH9N-TS5C-HEP4',
    when: '有效期至 2026年12月22日',
  })
})

test('a used code says when and where', () => {
  const used = { at: '2026-11-22T00:48:00Z', branchName: '静安店', by: '小李' }
  expect(presentRedemption({ ...redemption, status: 'redeemed', used })).toMatchObject({
    open: false,
    spent: '已核销',
    when: '11月22日 08:48 在静安店使用',
  })
})

test('a void code says since when, where and why, and that its points are back', () => {
  const voided = { at: '2026-11-22T00:48:00Z', branchName: '静安店', by: '小李', reason: '今天卖完了' }
  expect(presentRedemption({ ...redemption, status: 'void', voided })).toMatchObject({
    open: false,
    spent: '已作废',
    when: '11月22日 08:48 由静安店作废，积分已退回',
    reason: '今天卖完了',
  })
})

test('an expired code says since when', () => {
  expect(presentRedemption({ ...redemption, status: 'expired' })).toMatchObject({
    open: false,
    spent: '已过期',
    when: '2026年12月22日已到期',
  })
})

test('every day of a leap year can be a birthday, and no other', () => {
  const days = monthNames.map((_, month) => dayNames(month).length)
  expect(days.reduce((sum, count) => sum + count)).toBe(366)
  expect(dayNames(1)).toHaveLength(29)
})

test.each([
  [[0, 0], '01-01'],
  [[1, 28], '02-29'],
  [[11, 30], '12-31'],
])('the wheels at %j are the birthday %s', (at, birthday) => expect(birthdayOf(at)).toBe(birthday))
