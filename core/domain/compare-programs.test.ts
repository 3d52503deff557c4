import type { Reward } from '../contract'
import { points } from './amounts'
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
])('%s is told at its place', (_what, change, told) => {
  expect(compareTerms(recommended, { ...recommended, ...change })).toEqual(told)
})
