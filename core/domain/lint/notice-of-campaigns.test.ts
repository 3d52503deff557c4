import type { BranchId, BusinessDay, Campaign, Program, Reward } from '../../contract'
import { fen, points } from '../amounts'
import { memberDay } from '../presets/member-day'
import { recommended } from '../presets/recommended'
import { notice } from './notice'

const day = (text: string) => text as BusinessDay
const running = (...campaigns: Campaign[]): Program => ({
  ...recommended,
  validFrom: day('2026-12-21'),
  earn: { ...recommended.earn, campaigns },
})
/** Whether the second is worse, that begins in 29 days. */
const isTold = (before: Program, after: Program): boolean =>
  notice(after, { today: day('2026-11-22'), branches: [], before }).some(({ at }) => at === 'earn.campaigns')

const multiplier = (bp: number) => ({ effect: { kind: 'multiplier' as const, bp } })
const addition = (given: number) => ({ effect: { kind: 'addition' as const, points: points(given) } })
const exchange = (bp: number, ...ids: string[]) => ({
  effect: { kind: 'exchange' as const, bp, rewards: ids.length === 0 ? null : (ids as Reward['id'][]) },
})

const runningOn = (over: Partial<Campaign>) => running({ ...memberDay, ...over })

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
    const [better, worse] = [runningOn(was), runningOn(now)]
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
  expect([isTold(runningOn(one), runningOn(other)), isTold(runningOn(other), runningOn(one))]).toEqual([
    true,
    true,
  ])
})

test('C-43, CAMP-01: each campaign is compared with itself, wherever it stands', () => {
  const other = { ...memberDay, id: 'other', ...multiplier(15_000) }
  expect(isTold(running(memberDay, other), running(other, memberDay))).toBe(false)
  expect(isTold(running(memberDay), running(other))).toBe(true)
  expect(isTold(running(memberDay), running(memberDay, other))).toBe(false)
})
