import type { BranchId, BusinessDay, Campaign, Program } from '../../contract'
import { fen, points } from '../amounts'
import { notice } from './notice'
import { anyDay, exchange, running } from './recommended-with'

const day = (text: string) => text as BusinessDay
/** Whether the second is worse, that begins in 29 days. */
const isTold = (before: Program, after: Program): boolean =>
  notice({ ...after, validFrom: day('2026-12-21') }, { ...anyDay, today: day('2026-11-22'), before }).some(
    ({ at }) => at === 'earn.campaigns',
  )

const multiplier = (bp: number) => ({ effect: { kind: 'multiplier' as const, bp } })
const addition = (given: number) => ({ effect: { kind: 'addition' as const, points: points(given) } })

test.each<[what: string, was: Partial<Campaign>, now: Partial<Campaign>]>([
  ['ends a day earlier', { to: day('2027-06-30') }, { to: day('2027-06-29') }],
  ['asks a fen more', { atLeast: fen(5000) }, { atLeast: fen(5001) }],
  ['multiplies less', multiplier(20_000), multiplier(19_999)],
  ['adds less', addition(50), addition(49)],
  ['takes less off', exchange(5000), exchange(5001)],
  ['is for a reward less', exchange(5000, 'drink', 'feast'), exchange(5000, 'drink')],
  ['is for some rewards only', exchange(5000), exchange(5000, 'drink')],
])(
  'C-43, CAMP-01: a campaign that runs on %s: it is told, but not the other way round',
  (_what, was, now) => {
    const [better, worse] = [running(was), running(now)]
    expect(isTold(better, worse)).toBe(true)
    expect([isTold(worse, better), isTold(better, better), isTold(worse, worse)]).toEqual([
      false,
      false,
      false,
    ])
  },
)

test.each<[what: string, one: Partial<Campaign>, other: Partial<Campaign>]>([
  ['is at other branches', { branches: null }, { branches: ['jingan' as BranchId] }],
  ['is for other tiers', { tiers: null }, { tiers: ['gold'] }],
  ['is on other days', {}, { days: { kind: 'every' } }],
  ['adds instead of multiplying', multiplier(20_000), addition(500)],
  ['makes cheaper instead of multiplying', multiplier(20_000), exchange(1)],
  ['makes cheaper instead of adding', addition(500), exchange(1)],
])('C-43, CAMP-01: a campaign that runs on %s: it is told either way', (_what, one, other) => {
  expect([isTold(running(one), running(other)), isTold(running(other), running(one))]).toEqual([true, true])
})

test('C-43, CAMP-01: each campaign is compared with itself, wherever it stands', () => {
  const other = { id: 'other', ...multiplier(15_000) }
  expect(isTold(running({}, other), running(other, {}))).toBe(false)
  expect(isTold(running({}), running(other))).toBe(true)
  expect(isTold(running({}), running({}, other))).toBe(false)
})

test.each([
  ['2026-12-20', false],
  ['2026-12-21', true],
])(
  'C-43, CAMP-01: a campaign until %s is missed on the first day of the next programme, 2026-12-21: %s',
  (to, told) => {
    expect(isTold(running({ to: day(to) }), running())).toBe(told)
  },
)
