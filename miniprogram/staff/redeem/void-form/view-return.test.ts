import { viewReturn } from './view-return'

const back = {
  rewardName: '招牌菜',
  points: 1_300,
  repaid: 0,
  stamps: 0,
  expiresOn: '2027-03-05',
  balance: 1_500,
}

test('CAMP-09: of a claim that a card paid for the stamps came back, and no points', () => {
  const told = viewReturn({ ...back, points: 0, stamps: 10, expiresOn: null })
  expect(told).toEqual({ name: '招牌菜', price: '10 枚集杯', notes: ['客人现有 1,500 积分'] })
})

test.each([
  [back, ['最早到期的可以用到 2027年3月5日', '客人现有 1,500 积分']],
  [
    { ...back, repaid: 200 },
    ['其中 200 积分抵了欠分', '最早到期的可以用到 2027年3月5日', '客人现有 1,500 积分'],
  ],
  [{ ...back, expiresOn: null, balance: 0 }, ['客人现有 0 积分']],
  [{ ...back, expiresOn: '9999-12-31' }, ['客人现有 1,500 积分']],
])('what came back is told in full: %j', (answer, notes) => {
  expect(viewReturn(answer)).toEqual({ name: '招牌菜', price: '1,300 积分', notes })
})
