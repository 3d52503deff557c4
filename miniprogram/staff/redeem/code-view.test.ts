import { type Inspected, viewCode } from './code-view'

const fresh: Inspected = {
  code: 'ABCDEFGHJKMNPQRS',
  rewardName: '招牌拿铁',
  picture: '/assets/rewards/latte.svg',
  worth: 3200,
  points: 1200,
  stamps: null,
  memberName: null,
  status: 'issued',
  expiresOn: '2026-12-21',
  here: true,
  used: null,
  voided: null,
}
const voided = { at: '2026-11-21T11:30:00Z', branchName: '湖滨店', by: '阿芳', reason: '今天卖完了' }
const used = { at: '2026-11-21T11:30:00Z', branchName: '湖滨店', by: '阿芳' }

test('a fresh code of this branch can be redeemed', () => {
  expect(viewCode(fresh)).toMatchObject({
    usable: true,
    verdict: '可以核销',
    worth: '¥32',
    price: '1,200 积分',
    member: '会员',
    validity: '2026年12月21日前有效',
  })
})

test('CAMP-09: a code that a card paid for says stamps, and so does one that is void', () => {
  expect(viewCode({ ...fresh, points: 0, stamps: 10 }).price).toBe('10 枚集杯')
  expect(viewCode({ ...fresh, stamps: 10, status: 'void', voided }).reason).toMatch('集杯已经退回')
})

test.each<[string, Partial<Inspected>, string, string]>([
  ['used', { status: 'redeemed', used }, '已经用过', '11月21日 19:30 在湖滨店由 阿芳 核销'],
  [
    'void',
    { status: 'void', voided },
    '已经作废',
    '11月21日 19:30 在湖滨店由 阿芳 作废：今天卖完了。积分已经退回',
  ],
  ['expired', { status: 'expired' }, '已经过期', '有效期到 2026年12月21日，不能再用了'],
  ['elsewhere', { here: false }, '不在本店使用', '这个奖励只能在别的门店核销，请客人看兑换码上的门店'],
  [
    'used and elsewhere',
    { status: 'redeemed', used, here: false },
    '已经用过',
    '11月21日 19:30 在湖滨店由 阿芳 核销',
  ],
])('a code that is %s cannot, and says why', (_name, change, verdict, reason) => {
  expect(viewCode({ ...fresh, ...change })).toMatchObject({ usable: false, verdict, reason })
})
