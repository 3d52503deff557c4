import type { BranchId, Campaign } from '../../contract'
import { fen } from '../amounts'
import { exchanges } from './exchange'
import { anyDay, exchange, running } from './recommended-with'

const at = 'earn.campaigns.1'
const branches = ['jingan' as BranchId]

test.each<[what: string, over: Partial<Campaign>, told: boolean]>([
  ['for everybody', {}, false],
  ['for one tier', { tiers: ['gold'] }, false],
  ['from 1 fen on', { atLeast: fen(1) }, true],
  ['at one branch', { branches }, true],
  ['at one branch from 1 fen on', { branches, atLeast: fen(1) }, true],
])('CAMP-04: rewards at half %s ask for a bill, and a claim has none: %s', (_what, over, told) => {
  const program = running({ branches, atLeast: fen(1) }, { ...exchange(5000), ...over })
  expect(exchanges(program, anyDay)).toEqual(told ? [{ rule: 'EXCHANGE_NEEDS_A_BILL', at }] : [])
})

test('CAMP-01: each reward that there is not, and that would be cheaper, is told', () => {
  const remark = (found: string) => ({ rule: 'REWARD_UNKNOWN', at, found })
  const program = running({}, exchange(5000, 'drink', 'soup', 'feast', 'rice'))
  expect(exchanges(program, anyDay)).toEqual([remark('soup'), remark('rice')])
  expect(exchanges(running({}, exchange(5000, 'drink')), anyDay)).toEqual([])
})

test.each<[bp: number, named: string[], found: string[]]>([
  [200, [], []],
  [199, [], ['任选小菜一份']],
  [199, ['drink'], []],
  [99, [], ['任选小菜一份', '现制饮品一杯']],
  [99, ['drink', 'dessert'], ['现制饮品一杯']],
])(
  'CAMP-04, FLASH-02: at %i of 10,000, for %j or all, rewards of 50, 100 and more points that would cost nothing: %j',
  (bp, named, found) => {
    expect(exchanges(running({}, exchange(bp, ...named)), anyDay)).toEqual(
      found.map((name) => ({ rule: 'EXCHANGE_FOR_NOTHING', at, found: name })),
    )
  },
)
