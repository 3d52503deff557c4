import { viewReturn } from './view-return'

const back = { rewardName: '招牌菜', points: 1_300, repaid: 0, expiresOn: '2027-03-05', balance: 1_500 }

test.each([
  [back, ['最早到期的可以用到 2027年3月5日', '客人现有 1,500 积分']],
  [
    { ...back, repaid: 200 },
    ['其中 200 积分抵了欠分', '最早到期的可以用到 2027年3月5日', '客人现有 1,500 积分'],
  ],
  [{ ...back, expiresOn: null, balance: 0 }, ['客人现有 0 积分']],
  [{ ...back, expiresOn: '9999-12-31' }, ['客人现有 1,500 积分']],
])('what came back is told in full: %j', (answer, notes) => {
  expect(viewReturn(answer)).toEqual({ name: '招牌菜', points: '1,300', notes })
})
