import type { BusinessDay, Program } from '../contract'
import { type Account, balanceOf, openAccount, postAll } from './account'
import { points } from './amounts'
import { addDays, NEVER } from './calendar'
import { turnExemption } from './exemption'
import { lastDayOf } from './expiry'
import { nextDueOf } from './next-due'
import { presets } from './presets'
import { recommended } from './presets/recommended'
import { settleTime } from './settle-time'

const day = (text: string) => text as BusinessDay
const joinedOn = day('2026-01-01')
const from = (validFrom: string, expiry: Partial<Program['expiry']>): Program => ({
  ...recommended,
  keep: null,
  validFrom: day(validFrom),
  expiry: { ...recommended.expiry, ...expiry },
})
const loyal = (since: string) => from(since, { exempt: { tiers: ['gold'], graceDays: 90 } })
const over = (since: string) => from(since, { exempt: null })

const holding = (tier: string, ...lots: [string, number][]): Account => ({
  ...openAccount(),
  tier,
  lots: lots.map(([expiresOn, left]) => ({ expiresOn: day(expiresOn), left: points(left) })),
})
const look = (account: Account, on: string, program: Program) =>
  postAll(account, settleTime({ account, joinedOn }, day(on), program))
const lotsOf = ({ lots }: Account) => lots.map(({ expiresOn, left }) => [expiresOn, left])

test.each([
  [12, '2027-02-28'],
  [1, '2026-03-28'],
  [null, NEVER],
])('EXP-01, EXP-09: with a life of %s months points of 28 February live to %s', (months, last) => {
  expect(lastDayOf(day('2026-02-28'), from('2015-01-01', { months }))).toBe(last)
})

test('C-14: a programme that changes the life of points touches no lot that is there', () => {
  const forEver = holding('silver', ['2026-12-31', 5], [NEVER, 7])
  for (const months of [1, 12, null])
    expect(lotsOf(look(forEver, '2026-12-31', from('2026-12-01', { months })))).toEqual(lotsOf(forEver))
  expect(nextDueOf({ account: holding('silver', [NEVER, 7]), joinedOn }, over('2026-12-01'))).toBe(NEVER)
})

test('EXP-08: of a loyal member nothing expires; a lot keeps its date', () => {
  const account = look(holding('gold', ['2026-12-31', 5]), '2027-06-01', loyal('2026-01-01'))
  expect(account.frozen).toEqual({ since: '2026-01-01', graceDays: 90 })
  expect([lotsOf(account), nextDueOf({ account, joinedOn }, loyal('2026-01-01'))]).toEqual([
    [['2026-12-31', 5]],
    NEVER,
  ])
  expect(balanceOf(look(account, '2030-01-01', loyal('2026-01-01')))).toBe(5)
})

test.each([
  ['loyal', holding('gold', ['2026-12-31', 5]), loyal('2026-05-01'), '2026-05-01'],
  ['not loyal', holding('silver', ['2026-12-31', 5]), loyal('2026-05-01'), '2027-01-01'],
])(
  'I9, C-14: the timer finds who is %s by the day on which something changes: %#',
  (_who, account, by, on) => {
    expect(nextDueOf({ account, joinedOn }, by)).toBe(on)
  },
)

test('C-14: what was over before a programme made him loyal is gone, and nothing else is', () => {
  const account = holding('gold', ['2026-12-30', 3], ['2026-12-31', 5])
  expect(lotsOf(look(account, '2027-06-01', loyal('2026-12-31')))).toEqual([['2026-12-31', 5]])
})

test('C-14: when he is loyal no more every point lives for 90 days at least, counted from that day', () => {
  const frozen = look(
    holding('gold', ['2026-12-31', 5], ['2027-09-01', 7]),
    '2027-02-01',
    loyal('2026-01-01'),
  )
  const thawed = look(frozen, '2027-03-01', over('2027-03-01'))
  expect(lotsOf(thawed)).toEqual([
    ['2027-05-30', 5],
    ['2027-09-01', 7],
  ])
  expect([thawed.frozen, nextDueOf({ account: thawed, joinedOn }, over('2027-03-01'))]).toEqual([
    null,
    '2027-05-31',
  ])
  expect(balanceOf(look(thawed, '2027-05-30', over('2027-03-01')))).toBe(12)
  expect(balanceOf(look(thawed, '2027-05-31', over('2027-03-01')))).toBe(7)
})

test('I9: looked at every day or once, the same is there', () => {
  const start = holding('gold', ['2026-12-31', 5], ['2027-05-29', 4], ['2027-09-01', 7])
  const program = (on: BusinessDay) => (on < '2027-03-01' ? loyal('2026-01-01') : over('2027-03-01'))
  let daily = start
  for (let on = day('2026-12-01'); on < '2027-07-01'; on = addDays(on, 1))
    daily = look(daily, on, program(on))
  const once = look(look(start, '2026-12-01', loyal('2026-01-01')), '2027-06-30', over('2027-03-01'))
  expect([lotsOf(once), once.frozen]).toEqual([lotsOf(daily), daily.frozen])
})

test('a preset says for how long points live', () => {
  for (const { expiry } of Object.values(presets)) expect(expiry.months).toBe(12)
})

test.each([
  ['of a loyal tier', 'gold', null, 'ExpiryFrozen'],
  ['of another tier', 'silver', null, null],
  ['who has not joined', null, null, null],
  ['whose points stand still already', 'gold', 30, null],
  ['who is loyal no more', 'silver', 30, 'ExpiryThawed'],
])('EXP-08: of a member %s (%s, frozen with a grace of %s days) comes %s', (_who, tier, graceDays, comes) => {
  const frozen = graceDays && { since: day('2026-02-01'), graceDays }
  const rules = from('2026-01-01', { exempt: { tiers: ['gold'], graceDays: 90 } })
  const everybody = from('2026-01-01', { exempt: { tiers: ['silver', 'gold'], graceDays: 90 } })
  const account = { ...openAccount(), tier, frozen: frozen || null }
  const turned = turnExemption(account, day('2026-03-01'), tier === null ? everybody : rules)
  expect(turned.map(({ type }) => type)).toEqual(comes === null ? [] : [comes])
})
