import type { BillSettled, BranchId, BusinessDay, Program, Tier } from '../contract'
import { type Account, openAccount, postAll } from './account'
import { fen } from './amounts'
import { birthdayPrice, type Celebrant, nextBirthdayDiscount } from './birthday-discount'
import { birthday as greeting } from './letters/birthday'
import { recommended } from './presets/recommended'
import { storedValuePreset } from './presets/stored-value'
import { reverseBill } from './reverse/reverse-bill'
import { settleBill } from './settle-bill'

const day = (text: string) => text as BusinessDay
const PARTY = day('2026-11-21')
const branch = { id: 'jingan' as BranchId, name: '静安店' }
const born = (birthday: string | null, since = '2026-01-01'): Celebrant => ({
  birthday,
  birthdaySince: day(since),
  joinedOn: day('2025-01-01'),
})
const program: Program = { ...recommended, birthdayDiscount: { payBp: 5_000 } }
const at = (payBp: number, over: Partial<Program> = {}): Program => ({
  ...program,
  tiers: program.tiers.map((tier): Tier => ({ ...tier, payBp })),
  ...over,
})

function pay(account: Account, guest: Celebrant, by = program, on = PARTY, atDesk = true, id = 'a') {
  const bill = { id, branch, amount: fen(20_001), day: on, atDesk }
  const { settled, entries } = settleBill(account, bill, guest, by)
  return { settled, account: postAll(account, entries) }
}
const priceOf = ({ settled: { amount, discount } }: { settled: BillSettled }) => [amount, discount?.reason]
const takeBack = (account: Account, settled: BillSettled, amount = settled.amount) => {
  const reversed = reverseBill(account, settled, { amount, reason: '打错', by: null }, PARTY, program)
  if (!reversed.ok) throw new Error(reversed.refusal)
  return postAll(account, reversed.value.entries)
}

test.each([
  ['2026-11-20', '11-21', [20_001, undefined]],
  ['2026-11-21', '11-21', [10_000, 'birthday']],
  ['2026-11-22', '11-21', [20_001, undefined]],
  ['2026-02-28', '02-29', [10_000, 'birthday']],
  ['2028-02-28', '02-29', [20_001, undefined]],
  ['2028-02-29', '02-29', [10_000, 'birthday']],
])('BDAY-01, C-52: on %s who was born on %s pays of 200.01 yuan %j', (on, birthday, expected) => {
  expect(priceOf(pay(openAccount(), born(birthday, '2025-12-01'), program, day(on)))).toEqual(expected)
})

test.each([
  ['2026-10-22', 'birthday'],
  ['2026-10-23', undefined],
])(
  'C-19: a birthday on 21 November told on %s gives the price of %s: 30 days must lie between',
  (since, reason) => {
    expect(priceOf(pay(openAccount(), born('11-21', since)))[1]).toBe(reason)
  },
)

test('BDAY-01, C-19: on the very day that 30 days have passed it is one bill as well', () => {
  const guest = born('11-21', '2026-10-22')
  const first = pay(openAccount(), guest)
  const second = pay(first.account, guest, program, PARTY, true, 'b')
  expect([first, second].map(priceOf)).toEqual([
    [10_000, 'birthday'],
    [20_001, undefined],
  ])
})

test('C-19: who told his birthday before the day of it was kept counts as having told it when he joined', () => {
  const guest = (joinedOn: string) => ({ birthday: '11-21', joinedOn: day(joinedOn) })
  expect(nextBirthdayDiscount(openAccount(), guest('2026-10-22'), PARTY, program)).toBe(PARTY)
  expect(nextBirthdayDiscount(openAccount(), guest('2026-10-23'), PARTY, program)).toBe('2027-11-21')
})

test.each([
  [10_000, [10_000, 'birthday']],
  [5_001, [10_000, 'birthday']],
  [5_000, [10_000, undefined]],
])('BDAY-01, C-51: with a tier that pays %i the better of both counts, never both: %j', (payBp, expected) => {
  expect(priceOf(pay(openAccount(), born('11-21'), at(payBp)))).toEqual(expected)
})

test('BDAY-01, C-51: a till has taken its discount off itself', () => {
  const { settled } = pay(openAccount(), born('11-21'), program, PARTY, false)
  expect([settled.amount, settled.discount]).toEqual([20_001, undefined])
  expect(priceOf(pay(openAccount(), born('11-21'), at(10_000, { discountAt: 'till' })))).toEqual([
    20_001,
    undefined,
  ])
})

test('BDAY-01, EARN-23: one bill a birthday, told on its line, and points come of what is paid', () => {
  const first = pay(openAccount(), born('11-21'))
  expect(first.settled.discount).toEqual({
    reason: 'birthday',
    tierName: '银卡会员',
    payBp: 5_000,
    listed: 20_001,
  })
  expect(first.settled.steps[0]).toMatchObject({ rule: 'base', amount: 10_000 })
  expect(priceOf(pay(first.account, born('11-21'), program, PARTY, true, 'b'))).toEqual([20_001, undefined])
  expect(priceOf(pay(first.account, born('11-21'), program, day('2027-11-21'), true, 'c'))).toEqual([
    10_000,
    'birthday',
  ])
})

test('BDAY-01, I8: the bill that had it taken back wholly, he has not had it; in part, he has', () => {
  const first = pay(openAccount(), born('11-21'))
  const half = takeBack(first.account, first.settled, fen(5_000))
  expect(half.birthdayBill).toEqual({ on: PARTY, bill: 'jingan.a' })
  const other = pay(first.account, born('11-21'), program, PARTY, true, 'b')
  expect(takeBack(other.account, other.settled).birthdayBill).toEqual(half.birthdayBill)
  const whole = takeBack(first.account, first.settled)
  expect(whole).not.toHaveProperty('birthdayBill')
  expect(priceOf(pay(whole, born('11-21'), program, PARTY, true, 'b'))).toEqual([10_000, 'birthday'])
})

test.each([
  [null, { payBp: 5_000, next: null, isToday: false }],
  ['11-21', { payBp: 5_000, next: PARTY, isToday: true }],
  ['11-20', { payBp: 5_000, next: '2027-11-20', isToday: false }],
])('BDAY-01: who told the birthday %s is told %j', (birthday, expected) => {
  expect(birthdayPrice(openAccount(), born(birthday), PARTY, program)).toEqual(expected)
  expect(birthdayPrice(openAccount(), born(birthday), PARTY, recommended)).toBeNull()
  expect(nextBirthdayDiscount(openAccount(), born(birthday), PARTY, recommended)).toBeNull()
})

test('BDAY-01, BDAY-03: the greeting tells the price where he will have it', () => {
  const { reminders } = program
  if (reminders === null) throw new Error('the recommended programme reminds')
  const tell = (guest: Celebrant) =>
    greeting.due({ ...guest, account: openAccount(), program, reminders }, new Set(), PARTY)?.news
  expect(tell(born('11-21'))).toMatchObject({ kind: 'birthday', payBp: 5_000 })
  expect(tell(born('11-21', '2026-11-20'))).not.toHaveProperty('payBp')
})

test('BDAY-01, LVL-14: the guide to stored value halves a bill on the birthday, whatever his card is', () => {
  const paid = storedValuePreset.tiers.map(({ id }) => {
    const account = { ...openAccount(), tier: id }
    return pay(account, born('11-21'), storedValuePreset).settled.amount
  })
  expect(paid).toEqual([10_000, 10_000, 10_000, 10_000])
})
