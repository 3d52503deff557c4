import { presentLetters } from './present-letter'
import type { Letter } from './tell-letter'

const letter = (no: number, at: string, news: Letter['news']): Letter => ({ no, at, news })
const expiring = (over: Partial<Extract<Letter['news'], { kind: 'expiring' }>>): Letter['news'] => ({
  kind: 'expiring',
  points: 50,
  on: '2026-12-20',
  total: 50,
  until: '2026-12-20',
  days: 7,
  ...over,
})

test('letters stand under their day, newest first, and those not read yet are marked', () => {
  const letters = [
    letter(3, '2026-12-01T08:05:00+08:00', expiring({})),
    letter(2, '2026-11-30T20:00:00+08:00', { kind: 'tier', tier: 'gold', tierName: '金卡会员', up: true }),
    letter(1, '2026-11-30T19:30:00+08:00', {
      kind: 'arrived',
      points: 100,
      balance: 100,
      cause: { type: 'joined' },
    }),
  ]
  const days = presentLetters(letters, 1)
  expect(days.map(({ day, letters: of }) => `${day} ${of.map(({ no }) => no)}`)).toEqual([
    '12月1日 3',
    '11月30日 2,1',
  ])
  expect(days.flatMap(({ letters: of }) => of.map(({ unread }) => unread))).toEqual([true, true, false])
})

test.each<[Letter['news'], string, string]>([
  [expiring({}), '50 积分将于 2026年12月20日到期', '当天还能用，过后就没有了'],
  [
    expiring({ total: 320, until: '2026-12-23' }),
    '50 积分将于 2026年12月20日到期',
    '到 2026年12月23日共 320 积分到期，先到期的先用',
  ],
  [
    {
      kind: 'arrived',
      points: 78,
      balance: 1_178,
      cause: { type: 'bill', branch: 'a', branchName: '静安店', amount: 7_800 },
    },
    '积分到账 +78',
    '静安店消费 ¥78 · 现有 1,178 积分',
  ],
  [
    { kind: 'returned', rewardName: '招牌菜', points: 200, repaid: 0, balance: 320, reason: '今天卖完了' },
    '招牌菜的兑换码已作废',
    '今天卖完了 · 退回 200 积分，现有 320 积分',
  ],
  [
    {
      kind: 'returned',
      rewardName: '饮品',
      points: 0,
      repaid: 0,
      stamps: 10,
      balance: 320,
      reason: '今天卖完了',
    },
    '饮品的兑换码已作废',
    '今天卖完了 · 退回 10 枚集杯',
  ],
  [
    { kind: 'returned', rewardName: '招牌菜', points: 200, repaid: 30, balance: 170, reason: '今天卖完了' },
    '招牌菜的兑换码已作废',
    '今天卖完了 · 退回 200 积分，其中 30 抵了欠分，现有 170 积分',
  ],
  [
    { kind: 'statement', month: '2026-11', balance: 180, affordable: 3, best: '今日甜品一份', next: null },
    '2026年11月积分账单',
    '现有 180 积分，能换今日甜品一份等 3 款',
  ],
  [
    {
      kind: 'statement',
      month: '2026-11',
      balance: 20,
      affordable: 0,
      best: null,
      next: { name: '小菜', missing: 30 },
    },
    '2026年11月积分账单',
    '现有 20 积分，再得 30 可换小菜',
  ],
  [
    { kind: 'affordable', reward: 'a', rewardName: '双人套餐', picture: '/a.svg', points: 1_000, others: 2 },
    '可以兑换双人套餐了',
    '1,000 积分就能换，另外 2 款也够了',
  ],
  [
    { kind: 'keeping', tierName: '金卡会员', below: '银卡会员', missing: 15_000, until: '2026-12-31' },
    '金卡会员还差 ¥150 保级',
    '2026年12月31日前的消费都算；不够会变为银卡会员',
  ],
  [
    { kind: 'birthday', on: '2027-03-05', gift: { window: 'month', bp: 20_000 } },
    '祝你 3月5日生日快乐',
    '生日当月消费，积分 ×2',
  ],
  [
    { kind: 'anniversary', years: 2, points: 88, balance: 1_200 },
    '入会 2 周年快乐',
    '谢谢你一直来，送你 88 积分 · 现有 1,200 积分',
  ],
])('%j is told as %s', (news, title, body) => {
  const [day] = presentLetters([letter(1, '2026-12-01T08:05:00+08:00', news)], 0)
  expect(day?.letters[0]).toMatchObject({ title, body })
})
