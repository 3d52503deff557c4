import type { BusinessDay, Entry, PointsSource } from '../contract'
import { openAccount, post, postAll } from './account'
import { points } from './amounts'
import { recommended } from './presets/recommended'
import { release } from './release'

const day = (text: string) => text as BusinessDay
const COME = day('2027-02-03')

const waiting = (pending: string, source: PointsSource, on: BusinessDay): Entry => ({
  type: 'PointsPending',
  on,
  pending,
  source,
  bill: source === 'bill' ? `jingan.${pending}` : null,
  about: '超出每日上限',
  branch: null,
  points: points(40),
  until: null,
  reason: 'review',
  program: 'first',
})
const two = (source: PointsSource) =>
  postAll(openAccount(), [
    waiting('wait-1', 'checkIn', day('2026-11-30')),
    waiting('wait-2', source, day('2026-12-31')),
  ])
const comes = (source: PointsSource) => {
  const account = two(source)
  const [, second] = account.pending
  if (second === undefined) throw new Error('two wait')
  return postAll(account, release(account, second, COME, recommended))
}

test.each<[PointsSource, number, { month: string; points: number }[]]>([
  ['bill', 40, [{ month: '2026-12', points: 40 }]],
  ['checkIn', 0, []],
  ['tierGift', 0, []],
])(
  'CAP-02, LVL-09: points of a %s that come late count %i towards a tier, in the month they were earned',
  (source, growth, months) => {
    const { growth: grown, pending } = comes(source)
    expect(grown.points).toBe(growth)
    expect(grown.months).toEqual(months)
    expect(pending.map(({ id }) => id)).toEqual(['wait-1'])
  },
)

test.each([
  ['more than waits', { pending: 'wait-2', points: points(41) }, '40 waits as wait-2, not 41'],
  ['what does not wait', { pending: 'wait-9', points: points(1) }, 'nothing waits as wait-9, not 1'],
])('CAP-02: %s cannot be forfeited', (_what, lost, words) => {
  const entry: Entry = { type: 'PendingForfeited', on: COME, source: 'bill', reason: '退款', ...lost }
  expect(() => post(two('bill'), entry)).toThrow(words)
})

test.each<PointsSource>(['bill', 'checkIn'])('CAP-02: of a %s nothing comes that does not wait', (source) => {
  const [first] = two(source).pending
  if (first === undefined) throw new Error('two wait')
  const unknown = { ...first, id: 'wait-9', source }
  expect(() => release(two(source), unknown, COME, recommended)).toThrow('nothing waits as wait-9, not 40')
})

test.each([
  ['was told on its day', undefined, false],
  ['was told later', COME, true],
])('DOWN-02: what waits of a bill that %s keeps the day it was told: %s, %s', (_when, told, kept) => {
  const late = told === undefined ? {} : { told }
  const { pending } = post(openAccount(), {
    ...waiting('wait-1', 'bill', day('2026-11-30')),
    ...late,
  } as Entry)
  expect(Object.hasOwn(pending[0] ?? {}, 'told')).toBe(kept)
})

test('CAP-02: of what is forfeited in part the rest waits, and says how many went', () => {
  const part: Entry = {
    type: 'PendingForfeited',
    on: COME,
    pending: 'wait-2',
    source: 'bill',
    points: points(15),
    reason: '退款',
  }
  const { pending } = postAll(two('bill'), [part, { ...part, points: points(5) }])
  expect(pending.map(({ id, points: left, lost }) => [id, left, lost])).toEqual([
    ['wait-1', 40, undefined],
    ['wait-2', 20, 20],
  ])
})
