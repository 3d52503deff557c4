import type { Call } from '../core/domain/health'
import { Meter } from './meter'

const call: Call = { outcome: 'ok', ms: 30, roundTrips: 1 }
const home = { calls: 1, roundTrips: 1, ms50: 1 }

test('the first call of an instance is written, then once a minute what was counted since', () => {
  let now = 5_000
  const meter = new Meter(() => now)
  const taken = () => {
    const counted = meter.take()
    return counted === null ? null : Object.fromEntries(counted)
  }
  meter.note('home', call)
  expect(taken()).toEqual({ home })
  meter.note('home', call)
  now += 59_999
  meter.note('join', { ...call, outcome: 'failed', ms: 9_000 })
  expect(taken()).toBeNull()
  now += 1
  meter.note('home', call)
  expect(taken()).toEqual({
    home: { calls: 2, roundTrips: 2, ms50: 2 },
    join: { calls: 1, failed: 1, roundTrips: 1, slower: 1 },
  })
  now += 60_000
  expect(taken()).toEqual({})
})
