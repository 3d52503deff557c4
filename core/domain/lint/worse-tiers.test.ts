import type { Program, Tier, TierKeep } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { ROUTES } from '../tier'
import { keepWorse, tiersWorse } from './worse-tiers'

const [silver, gold, diamond] = recommended.tiers as [Tier, Tier, Tier]
const having = (over: Partial<Tier>): Program => ({
  ...recommended,
  tiers: [silver, { ...gold, ...over }, diamond],
})
const gift = (given: number) => ({ points: points(given), words: '恭喜' })
/** 500 on each route, but for what is said. */
const asking = (over: Partial<Tier['reach']>): Program => {
  const [spend, load, each] = [fen(500), fen(500), points(500)]
  return having({ reach: { spend, points: each, yearPoints: each, load, ...over } })
}

test.each<[what: string, better: Program, worse: Program]>([
  ['is gone', recommended, { ...recommended, tiers: [silver, diamond] }],
  ...ROUTES.flatMap((route): [string, Program, Program][] => [
    [`asks one more on the route ${route}`, asking({}), asking({ [route]: 501 })],
    [`has lost the route ${route}`, asking({}), asking({ [route]: null })],
  ]),
  ['multiplies a hair less', having({ multiplierBp: 12_000 }), having({ multiplierBp: 11_999 })],
  ['takes a hair less off', having({ payBp: 9_000 }), having({ payBp: 9_001 })],
  ['greets with nothing', having({ gift: gift(100) }), having({ gift: null })],
  ['greets with a point less', having({ gift: gift(100) }), having({ gift: gift(99) })],
  [
    'gives a point less on a birthday',
    having({ birthdayGift: points(50) }),
    having({ birthdayGift: points(49) }),
  ],
  ['has lost a privilege', having({ privileges: ['泊车', '优先'] }), having({ privileges: ['优先'] })],
  ['has another privilege less', having({ privileges: ['泊车', '优先'] }), having({ privileges: ['泊车'] })],
])('C-43: a tier that %s is worse, and better the other way round', (_what, better, worse) => {
  expect(tiersWorse(better, worse)).toBe(true)
  expect(tiersWorse(worse, better)).toBe(false)
  expect([tiersWorse(better, better), tiersWorse(worse, worse)]).toEqual([false, false])
})

const keep = recommended.keep as TierKeep
const keeping = (over: Partial<TierKeep> | null): Program => ({
  ...recommended,
  keep: over && { ...keep, ...over },
})
const days = (count: number) => keeping({ period: { kind: 'days', days: count } })

test.each<[what: string, better: Program, worse: Program]>([
  ['at all', keeping(null), keeping({})],
  ['for a fen more', keeping({ minSpend: fen(50_000) }), keeping({ minSpend: fen(50_001) })],
  ['after a warning', keeping({ tooLittle: 'keep' }), keeping({ tooLittle: 'warn' })],
  ['without a warning', keeping({ tooLittle: 'warn' }), keeping({ tooLittle: 'lose' })],
  ['without a pause', keeping({ pauses: true }), keeping({ pauses: false })],
  ['in a day less', days(60), days(59)],
  ['in 89 days instead of a quarter', keeping({ period: { kind: 'quarter' } }), days(89)],
])(
  'C-27, C-43: tiers that have to be kept %s are worse, and better the other way round',
  (_what, better, worse) => {
    expect(keepWorse(better, worse)).toBe(true)
    expect(keepWorse(worse, better)).toBe(false)
    expect([keepWorse(better, better), keepWorse(worse, worse)]).toEqual([false, false])
  },
)

test('C-27: a quarter is as long as 90 days', () => {
  const quarter = keeping({ period: { kind: 'quarter' } })
  expect([keepWorse(quarter, days(90)), keepWorse(days(90), quarter)]).toEqual([false, false])
})
