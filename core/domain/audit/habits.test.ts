import type { BusinessDay, Entry, LedgerLine, MemberId } from '../../contract'
import { largeBalance, largeChanges, oftenCredited, refundRounds } from './habits'
import { ROUNDS_A_WEEK, SMALL_REFUND } from './thresholds'

const member = 'M0000000000000001' as MemberId
const day = (text: string) => text as BusinessDay

const line = (seq: number, delta: number, at: string, more: Partial<LedgerLine> = {}): LedgerLine => ({
  id: `${member}.${seq}`,
  key: String(seq),
  index: 0,
  member,
  seq,
  kind: 'earn',
  month: '2026-11',
  at,
  delta,
  balance: 0 as LedgerLine['balance'],
  entry: { type: 'BillSettled' } as Entry,
  ...more,
})
const noon = '2026-11-21T12:00:00+08:00'

test('RISK-08: a balance is told when it is larger than 100 000 points, and how large', () => {
  expect(largeBalance(member, 100_000)).toEqual([])
  const told = { kind: 'LARGE_BALANCE', id: member, member, expected: 100_000, found: 100_001 }
  expect(largeBalance(member, 100_001)).toMatchObject([told])
})

test.each([
  [10_000, 'earn', 0],
  [10_001, 'earn', 1],
  [-10_000, 'burn', 0],
  [-10_001, 'burn', 1],
  [-10_001, 'expire', 0],
  [10_001, 'correction', 0],
] as const)('RISK-08: a line of %i points that are %s is told %i times', (delta, kind, times) => {
  expect(largeChanges([line(1, delta, noon, { kind })], day('2026-11-21'))).toHaveLength(times)
})

test('a large line tells how large, when, and where from on it is large', () => {
  expect(largeChanges([line(3, 12_000, noon)], day('2026-11-21'))).toEqual([
    {
      kind: 'LARGE_CHANGE',
      id: `${member}.3`,
      member,
      subject: null,
      expected: 10_000,
      found: 12_000,
      occasion: noon,
    },
  ])
})

const bills = (count: number, at = noon) =>
  Array.from({ length: count }, (_, index) => line(index + 1, 1, at))

test.each([
  [3, 0],
  [4, 1],
])('RISK-08: %i bills on one business day are told %i times', (count, times) => {
  const found = oftenCredited(bills(count), day('2026-11-21'))
  expect(found).toHaveLength(times)
  if (times === 1)
    expect(found[0]).toMatchObject({
      kind: 'OFTEN_CREDITED',
      member,
      id: `${member}.2026-11-21`,
      subject: '2026-11-21',
      expected: 3,
      found: 4,
      occasion: '2026-11-21',
    })
})

test('bills of two business days are not added up; the day ends at four', () => {
  const evening = bills(2, '2026-11-21T23:00:00+08:00')
  const night = bills(1, '2026-11-22T03:59:00+08:00')
  const next = bills(1, '2026-11-22T04:00:00+08:00')
  expect(oftenCredited([...evening, ...night, ...next], day('2026-11-21'))).toEqual([])
  expect(oftenCredited([...evening, ...night, ...night, ...next], day('2026-11-21'))).toHaveLength(1)
})

test('only bills are counted, and only since the day that is asked for', () => {
  const entry = { type: 'RewardClaimed' } as Entry
  expect(oftenCredited([...bills(3), line(9, -1, noon, { entry })], day('2026-11-21'))).toEqual([])
  expect(oftenCredited(bills(4), day('2026-11-22'))).toEqual([])
  expect(largeChanges([line(1, 20_000, noon)], day('2026-11-22'))).toEqual([])
})

/** A refund of so many fen, and a bill so many minutes after it. */
function round(on: string, { refund = SMALL_REFUND - 1, minutes = 30 } = {}): LedgerLine[] {
  const at = (minute: number) => new Date(Date.parse(`${on}T12:00:00+08:00`) + minute * 60_000).toISOString()
  const entry = { type: 'BillReversed', amount: refund } as Entry
  return [line(1, -1, at(0), { kind: 'reverse', entry }), line(2, 1, at(minutes))]
}
const smallBill = (on: string) =>
  line(1, 1, `${on}T12:00:00+08:00`, { entry: { type: 'BillSettled', amount: SMALL_REFUND - 1 } as Entry })
const DAYS = ['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-21', '2026-11-22']

test.each<[string, LedgerLine[], number]>([
  ['twice', DAYS.slice(2, 4).flatMap((on) => round(on)), 0],
  ['three times in a week', DAYS.slice(1, 4).flatMap((on) => round(on)), 1],
  ['three times in eight days', [DAYS[0], DAYS[2], DAYS[4]].flatMap((on) => round(on ?? '')), 0],
  [
    'three times, with refunds that are not small',
    DAYS.slice(1, 4).flatMap((on) => round(on, { refund: SMALL_REFUND })),
    0,
  ],
  ['three times, an hour later', DAYS.slice(1, 4).flatMap((on) => round(on, { minutes: 60 })), 1],
  [
    'three times, and the bill more than an hour later',
    DAYS.slice(1, 4).flatMap((on) => round(on, { minutes: 61 })),
    0,
  ],
  ['three times in a week and again on the day after', DAYS.slice(1, 5).flatMap((on) => round(on)), 2],
  ['three times, but the bill alone, a small one', DAYS.slice(1, 4).map((on) => smallBill(on)), 0],
  [
    'with one bill after three refunds',
    [...DAYS.slice(1, 4).flatMap((on) => round(on).slice(0, 1)), ...round('2026-11-21')],
    0,
  ],
])('RISK-02: a small refund and a bill right after it, %s', (_what, lines, times) => {
  const found = refundRounds(lines, day('2026-11-21'))
  expect(found).toHaveLength(times)
  const told = {
    kind: 'REFUND_ROUNDS',
    id: `${member}.2026-11-21`,
    member,
    expected: ROUNDS_A_WEEK,
    found: 3,
  }
  if (times > 0) expect(found[0]).toMatchObject(told)
})

test('RISK-02: what was told of a day is not told again of the days after it that have no such round', () => {
  const lines = DAYS.slice(1, 4).flatMap((on) => round(on))
  expect(refundRounds(lines, day('2026-11-22'))).toEqual([])
})
