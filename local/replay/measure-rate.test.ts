import { measureRate } from './measure-rate'

test('the rate counts from the first receipt sent to the last answered', () => {
  let now = 60_000
  const rate = measureRate(() => now)
  expect([rate.perSecond(), rate.seconds()]).toEqual([0, 0])
  rate.sent()
  rate.sent()
  expect(rate.perSecond()).toBe(0)
  now += 2_000
  for (let i = 0; i < 250; i++) rate.answered()
  now += 60_000
  expect([rate.count(), rate.seconds(), rate.perSecond()]).toEqual([250, 2, 125])
})
