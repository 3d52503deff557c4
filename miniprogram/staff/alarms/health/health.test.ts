import { type Figures, sayHouse, viewHealth } from './view-health'

const none: Figures = { calls: 0, refused: 0, failed: 0, roundTrips: 0, p50: 50, p95: 50, p99: 50 }
const some: Figures = { calls: 1200, refused: 12, failed: 1, roundTrips: 2.1, p50: 50, p95: 200, p99: null }
const health = (procedure: string, today = none, week = some) => ({ procedure, today, week })

test('a procedure says how often, how well and how fast, today and in a week', () => {
  expect(viewHealth([health('cashier.settleBill', { ...none, calls: 3, p95: 1600, p99: 1600 })])).toEqual([
    {
      procedure: 'cashier.settleBill',
      title: '结账',
      isBad: false,
      today: '3 次 · 出错 0% · 没办成 0%',
      todaySpeed: '一半 50 毫秒内 · 95% 1.6 秒内 · 99% 1.6 秒内 · 往返 0 趟',
      week: '1,200 次 · 出错 不到 0.1% · 没办成 1.0%',
      weekSpeed: '一半 50 毫秒内 · 95% 200 毫秒内 · 99% 超过 3.2 秒 · 往返 2.1 趟',
    },
  ])
})

test('when all took as long that is said once', () => {
  expect(viewHealth([health('pos.orders', { ...none, calls: 2, roundTrips: 1 })])[0]?.todaySpeed).toBe(
    '都在 50 毫秒内 · 往返 1 趟',
  )
})

test('what was not used today says so', () => {
  expect(viewHealth([health('pos.orders')])[0]).toMatchObject({ today: '还没有用过', todaySpeed: '' })
})

test('what failed today stands first, then what is used most', () => {
  const rare = { ...some, calls: 5 }
  const listed = viewHealth([health('a.rare', none, rare), health('a.often'), health('a.bad', some, rare)])
  expect(listed.map(({ title, isBad }) => `${title} ${isBad}`)).toEqual([
    'a.bad true',
    'a.often false',
    'a.rare false',
  ])
})

test.each([
  [[], '今天还没有人用过'],
  [[health('a.b', { ...some, failed: 0 })], '今天 1,200 次，没有出错'],
  [[health('a.b', some), health('a.c', some)], '今天 2,400 次，出错 2 次'],
])('the whole house in one sentence', (procedures, words) => {
  expect(sayHouse(procedures)).toBe(words)
})
