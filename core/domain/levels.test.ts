import type { BusinessDay, Program, Tier, TierKeep } from '../contract'
import { type Account, openAccount } from './account'
import { FULL_BP, fen, points } from './amounts'
import { levelsOf } from './levels'
import { recommended } from './presets/recommended'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-21')
const asked: TierKeep = {
  period: { kind: 'quarter' },
  minSpend: fen(50_000),
  tooLittle: 'warn',
  pauses: true,
}
const program: Program = {
  ...recommended,
  keep: asked,
  tierSales: ['silver', 'gold', 'diamond'].map((tier) => ({ tier, points: points(100), days: 30 })),
}
const keep = { from: day('2026-10-01'), until: day('2026-12-31'), spend: 20_000, warned: false }
const gold: Account = {
  ...openAccount(),
  tier: 'gold',
  tierSince: day('2026-08-08'),
  reached: ['silver', 'gold'],
  growth: { ...openAccount().growth, spend: 250_000 },
  lots: [{ expiresOn: day('2027-01-01'), left: points(70) }],
  keep,
}
const guest = { birthday: '12-24', joinedOn: day('2026-01-01') }
const levels = (over: Partial<Account> = {}, rules = program) =>
  levelsOf({ ...gold, ...over }, guest, TODAY, rules)

test('LVL-12: the ladder says of each tier where he is to it, and whether he has had its gift', () => {
  const { balance, tierName, since, bought, ladder } = levels()
  expect([balance, tierName, since, bought]).toEqual([70, '金卡会员', '2026-08-08', null])
  expect(ladder.map(({ id, place }) => [id, place])).toEqual([
    ['silver', 'passed'],
    ['gold', 'here'],
    ['diamond', 'ahead'],
  ])
  expect(ladder.map(({ gift }) => gift && [gift.points, gift.given])).toEqual([
    null,
    [100, true],
    [300, false],
  ])
})

test('LVL-12: a tier says its name, what it gives, and how far it is', () => {
  const [, , diamond] = recommended.tiers as [Tier, Tier, Tier]
  const { id, name, multiplierBp, payBp, privileges, birthdayGift } = diamond
  expect(levels().ladder[2]).toMatchObject({
    ...{ id, name, multiplierBp, payBp, privileges, birthdayGift },
    ways: [{ route: 'spend', asked: 500_000, missing: 250_000, progressBp: 5_000 }],
  })
})

test.each([
  ['silver', [null, [100, 30], [100, 30]]],
  ['gold', [null, null, [100, 30]]],
  ['diamond', [null, null, null]],
])('C-21: to who is %s only a higher tier is offered for points: %j', (tier, offered) => {
  expect(levels({ tier }).ladder.map(({ sale }) => sale && [sale.points, sale.days])).toEqual(offered)
})

test('C-21: a tier that the restaurant does not sell is not offered, whatever else it sells', () => {
  const rules = { ...program, tierSales: [{ tier: 'diamond', points: points(900), days: 7 }] }
  expect(levels({ tier: 'silver' }, rules).ladder.map(({ sale }) => sale)).toEqual([
    null,
    null,
    { points: 900, days: 7 },
  ])
})

test.each([
  ['above the one he earned', 'diamond', { until: '2026-12-20', earnedName: '金卡会员' }, '钻石会员'],
  ['that he has earned meanwhile', 'gold', null, '金卡会员'],
  ['below the one he earned', 'silver', null, '金卡会员'],
])('C-21: a bought tier %s (%s) is told as %j', (_where, tier, told, tierName) => {
  const { bought, ...of } = levels({ bought: { tier, until: day('2026-12-20') } })
  expect([bought, of.tierName]).toEqual([told, tierName])
})

test.each([
  [0, 50_000, 0],
  [1, 49_999, 0],
  [25_000, 25_000, 5_000],
  [49_999, 1, 9_999],
  [50_000, 0, FULL_BP],
  [50_001, 0, FULL_BP],
  [-1, 50_000, 0],
])(
  'DOWN-02: of 500 yuan to be spent, with %i fen spent, %i fen are missing',
  (spend, missing, progressBp) => {
    expect(levels({ keep: { ...keep, spend } }).keep).toEqual({
      from: '2026-10-01',
      until: '2026-12-31',
      spent: Math.max(spend, 0),
      minSpend: 50_000,
      missing,
      progressBp,
      tooLittle: 'warn',
      warned: false,
      below: '银卡会员',
      pauseUntil: '2027-03-31',
    })
  },
)

test.each<[string, Partial<Account>, Program]>([
  ['to who has the first tier', { tier: 'silver' }, program],
  ['of whom nothing has been asked yet', { keep: null }, program],
  ['where the programme asks nothing any more', {}, { ...program, keep: null }],
])('DOWN-02: nothing is said of keeping a tier %s', (_whom, over, rules) => {
  expect(levels(over, rules).keep).toBeNull()
})

test('C-27: who was warned is told so, and what comes of too little', () => {
  const rules: Program = { ...program, keep: { ...asked, tooLittle: 'lose' } }
  const warned = levels({ keep: { ...keep, warned: true } }, rules).keep
  expect(warned).toMatchObject({ warned: true, tooLittle: 'lose' })
})

test('C-21, DOWN-02: a bought tier is not kept by spending: the one he earned is, above the one below it', () => {
  expect(levels({ bought: { tier: 'diamond', until: TODAY } }).keep).toMatchObject({ below: '银卡会员' })
})

test.each([
  [true, null, '2027-03-31'],
  [true, '2025', '2027-03-31'],
  [true, '2026', null],
  [false, null, null],
])(
  'DOWN-02: pauses offered: %s, last used in %s: a pause in 2026 would make it %s',
  (pauses, pausedIn, until) => {
    const rules: Program = { ...program, keep: { ...asked, pauses } }
    expect(levels({ pausedIn }, rules).keep?.pauseUntil).toBe(until)
  },
)

test('DOWN-02: a pause of a period of 90 days makes it 90 days longer', () => {
  const rules: Program = { ...program, keep: { ...asked, period: { kind: 'days', days: 90 } } }
  expect(levels({}, rules).keep?.pauseUntil).toBe('2027-03-31')
  expect(levels({ keep: { ...keep, until: day('2026-12-01') } }, rules).keep?.pauseUntil).toBe('2027-03-01')
})

test('BDAY-01: the ladder says when he pays the price of his birthday, where there is one', () => {
  const discount = { payBp: 8_800 }
  expect(levels().birthdayPrice).toBeNull()
  expect(levels({}, { ...program, birthdayDiscount: discount }).birthdayPrice).toEqual({
    payBp: 8_800,
    next: '2026-12-24',
    isToday: false,
  })
})
