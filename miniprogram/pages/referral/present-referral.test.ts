import { presentReferral } from './present-referral'

const friend = {
  name: '安*',
  joinedOn: '2027-03-05',
  status: 'pending' as const,
  reason: null,
  points: 100,
  until: '2027-03-12',
}
const answer = {
  code: 'AB12CD34',
  terms: {
    rules: [
      {
        trigger: 'firstPaidOrder' as const,
        beneficiary: 'both' as const,
        formula: { kind: 'fixed' as const, points: 100 },
        atLeast: 0,
      },
    ],
    perMonth: 5,
    pendingDays: 7,
  },
  month: { rewards: 2, most: 5 },
  earned: 200,
  waiting: 100,
  friends: [friend],
}

test('REF-04: a friend is shown by a masked name, the day he joined and how it stands', () => {
  expect(presentReferral(answer).friends).toMatchObject([
    { name: '安*', when: '2027年3月5日加入，2027年3月12日到账', tag: '待生效', points: '+100' },
  ])
})

test.each([
  ['joined', '已注册'],
  ['awaitingOrder', '待首单'],
  ['pending', '待生效'],
  ['arrived', '已到账'],
  ['excluded', '不符合'],
] as const)('REF-08: %s is told as %s', (status, tag) => {
  expect(presentReferral({ ...answer, friends: [{ ...friend, status }] }).friends[0]?.tag).toBe(tag)
})

test('who does not count is told why', () => {
  const friends = [
    { ...friend, status: 'excluded' as const, reason: 'MONTH_FULL' as const, until: null, points: 0 },
  ]
  expect(presentReferral({ ...answer, friends }).friends[0]?.when).toBe(
    '2027年3月5日加入，那个月的奖励次数已用完',
  )
})

test.each([
  [{ rewards: 2, most: 5 }, '本月还能得 3 次奖励'],
  [{ rewards: 6, most: 5 }, '本月还能得 0 次奖励'],
  [{ rewards: 2, most: null }, ''],
])('RISK-09: what is left of the month: %j', (month, words) => {
  expect(presentReferral({ ...answer, month }).left).toBe(words)
})

test('UX-03: the rules are one sentence, every condition included', () => {
  expect(presentReferral(answer).rules).toBe(
    '好友首单，双方各得 100 积分，订单满 7 天没有退款后到账，每人每月最多 5 次邀请奖励，只算直接邀请的好友',
  )
})
