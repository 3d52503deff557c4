import type { Program, RewardId, StampCard } from '../../contract'
import { fen } from '../amounts'
import { recommended } from '../presets/recommended'
import { anyDay } from './recommended-with'
import {
  cardCanBeFull,
  cardGivesSomething,
  cardIsAffordable,
  cardRewardLasts,
  stampCardWorse,
} from './stamp-card'

const [drink, dessert, none] = ['drink', 'dessert', 'none'] as RewardId[] as [RewardId, RewardId, RewardId]
/** Ten bills of 30 yuan for a drink of 15. */
const card: StampCard = { stamps: 10, atLeast: fen(3000), reward: drink }
const having = (over: Partial<StampCard> | null): Program => ({
  ...recommended,
  stampCard: over && { ...card, ...over },
})

test.each([
  [1, 2],
  [2, null],
  [20, null],
  [21, 20],
])('CAMP-09: of a card of %i stamps the nearest usual is told: %j', (stamps, expected) => {
  const remark = { rule: 'CARD_STAMPS_UNUSUAL', at: 'stampCard.stamps', expected, found: stamps }
  expect(cardCanBeFull(having({ stamps }), anyDay)).toEqual(expected === null ? [] : [remark])
})

test.each<[Partial<StampCard>, percent: number | null]>([
  [{ atLeast: fen(1500) }, null],
  [{ atLeast: fen(1499) }, 11],
  [{ atLeast: fen(750) }, 20],
  [{ stamps: 5, atLeast: fen(3000) }, null],
  [{ stamps: 5, atLeast: fen(2999) }, 11],
])('CAMP-09, COST-06: a drink of 15 yuan for %j costs more than a tenth: %j', (over, percent) => {
  const remark = { rule: 'CARD_GENEROUS', at: 'stampCard', expected: 10, found: percent }
  expect(cardIsAffordable(having(over), anyDay)).toEqual(percent === null ? [] : [remark])
})

test('CAMP-09, RED-15: it is told which reward there is not, and of which there is an end', () => {
  expect(cardGivesSomething(having({ reward: none }), anyDay)).toEqual([
    { rule: 'CARD_REWARD_UNKNOWN', at: 'stampCard.reward', found: 'none' },
  ])
  expect(cardRewardLasts(having({ reward: dessert }), anyDay)).toEqual([
    { rule: 'CARD_REWARD_RUNS_OUT', at: 'stampCard.reward', found: 60 },
  ])
  expect(
    [cardIsAffordable, cardRewardLasts].flatMap((rule) => rule(having({ reward: none }), anyDay)),
  ).toEqual([])
})

test('where there is no card, nothing is told of it', () => {
  const all = [cardCanBeFull, cardGivesSomething, cardIsAffordable, cardRewardLasts]
  expect(all.flatMap((rule) => rule(having(null), anyDay))).toEqual([])
  expect(all.flatMap((rule) => rule(having({}), anyDay))).toEqual([])
})

test.each<[what: string, better: Program, worse: Program]>([
  ['none any more', having({}), having(null)],
  ['a stamp more', having({}), having({ stamps: 11 })],
  ['stamps a fen dearer', having({}), having({ atLeast: fen(3001) })],
])('C-43, CAMP-09: a card becomes worse: %s', (_what, better, worse) => {
  expect(stampCardWorse(better, worse)).toBe(true)
  expect(stampCardWorse(worse, better)).toBe(false)
  expect([stampCardWorse(better, better), stampCardWorse(worse, worse)]).toEqual([false, false])
})

test('C-43, CAMP-09: another reward is told either way', () => {
  const [one, other] = [having({}), having({ reward: dessert })]
  expect([stampCardWorse(one, other), stampCardWorse(other, one)]).toEqual([true, true])
})
