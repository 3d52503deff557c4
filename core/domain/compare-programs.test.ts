import type { Reward } from '../contract'
import { fen, points } from './amounts'
import { compareTerms } from './compare-programs'
import { recommended } from './presets/recommended'

const { rewards, earn } = recommended
const [first, ...others] = rewards as [Reward, ...Reward[]]

test('a programme changes nothing beside itself, in whatever order its lists stand', () => {
  expect(compareTerms(recommended, { ...recommended, rewards: [...rewards].reverse() })).toEqual([])
})

test.each([
  ['a number', { earn: { ...earn, pointsPerYuan: 2 } }, [{ at: 'earn.pointsPerYuan', before: 1, after: 2 }]],
  [
    'a rule that is gone',
    { earn: { ...earn, birthday: null } },
    [{ at: 'earn.birthday', before: earn.birthday, after: null }],
  ],
  [
    'the price of one reward',
    { rewards: [{ ...first, points: points(60) }, ...others] },
    [{ at: 'rewards.side-dish.points', before: 50, after: 60 }],
  ],
  ['a reward less', { rewards: others }, [{ at: 'rewards.side-dish', before: first, after: null }]],
  [
    'the days of a campaign',
    {
      earn: {
        ...earn,
        campaigns: earn.campaigns.map((one) => ({ ...one, days: { kind: 'every' as const } })),
      },
    },
    [
      { at: 'earn.campaigns.member-day.days.kind', before: 'monthDays', after: 'every' },
      { at: 'earn.campaigns.member-day.days.days', before: [18], after: null },
    ],
  ],
  [
    'a reward where there was none',
    { rewards: [...rewards, { ...first, id: 'tea' as Reward['id'] }] },
    [{ at: 'rewards.tea', before: null, after: { ...first, id: 'tea' } }],
  ],
])('%s is told at its place', (_what, change, told) => {
  expect(compareTerms(recommended, { ...recommended, ...change })).toEqual(told)
})

const [memberDay] = earn.campaigns as [(typeof earn.campaigns)[number]]
const running = (over: Partial<typeof memberDay>) => ({
  ...recommended,
  earn: { ...earn, campaigns: [{ ...memberDay, ...over }] },
})
const from = (...amounts: number[]) => amounts.map((amount) => ({ amount: fen(amount), points: points(50) }))
const asking = (thresholds: ReturnType<typeof from>) => ({ ...recommended, earn: { ...earn, thresholds } })

test.each([
  [
    'days',
    running({}),
    running({ days: { kind: 'monthDays', days: [8] } }),
    'campaigns.member-day.days.days',
    [18],
    [8],
  ],
  ['amounts', asking(from(100)), asking(from(100, 200)), 'thresholds', from(100), from(100, 200)],
  ['no list and an empty one', running({}), running({ tiers: [] }), 'campaigns.member-day.tiers', null, []],
])('%s are compared as a whole', (_what, was, now, at, before, after) => {
  expect(compareTerms(was, now)).toEqual([{ at: `earn.${at}`, before, after }])
})

test('a first reward and a last one are told by their ids, not as a list', () => {
  const [none, one] = [
    { ...recommended, rewards: [] },
    { ...recommended, rewards: [first] },
  ]
  expect(compareTerms(none, one)).toEqual([{ at: 'rewards.side-dish', before: null, after: first }])
  expect(compareTerms(one, none)).toEqual([{ at: 'rewards.side-dish', before: first, after: null }])
})
