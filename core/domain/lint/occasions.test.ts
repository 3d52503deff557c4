import type { BusinessDay, Program } from '../../contract'
import { recommended } from '../presets/recommended'
import {
  anniversariesAreAhead,
  anniversaryWorse,
  birthdayDiscountIsAffordable,
  birthdayDiscountStands,
  birthdayDiscountWorse,
  jubileesOnce,
  jubileesWorse,
} from './occasions'
import { anyDay, jubilees, staying } from './recommended-with'

const today = '2026-11-22' as BusinessDay
const around = { ...anyDay, today }
const paying = (payBp: number | null, discountAt: Program['discountAt'] = 'desk'): Program => ({
  ...recommended,
  birthdayDiscount: payBp === null ? null : { payBp },
  discountAt,
})

test('BDAY-05: the second and the third rule for one bill are told', () => {
  const remark = (at: number, found: number) => ({ rule: 'JUBILEE_TWICE', at: `earn.jubilees.${at}`, found })
  expect(jubileesOnce(jubilees([9, 1], [8, 1], [9, 2], [9, 3]), around)).toEqual([remark(2, 9), remark(3, 9)])
})

test.each<[from: string | null, promised: string | null, told: boolean]>([
  [null, null, false],
  ['2026-11-22', null, false],
  ['2026-11-21', null, true],
  ['2026-11-21', '2026-11-21', false],
  ['2026-11-21', '2026-11-20', false],
  ['2026-11-21', '2026-11-22', true],
])('BDAY-05: anniversaries from %s, promised from %s, are backdated: %s', (from, promised, told) => {
  const remark = { rule: 'ANNIVERSARY_BACKDATED', at: 'anniversary.from', expected: today, found: from }
  const program = from === null ? recommended : staying(from)
  for (const before of promised === null ? [null, recommended] : [staying(promised)])
    expect(anniversariesAreAhead(program, { ...around, before })).toEqual(told ? [remark] : [])
})

test.each<[what: string, better: Program, worse: Program]>([
  ['none', staying('2027-01-01'), recommended],
  ['a point less', staying('2027-01-01'), staying('2027-01-01', 87)],
  ['a day later', staying('2027-01-01'), staying('2027-01-02')],
])('C-43, BDAY-05: anniversaries become worse: %s', (_what, better, worse) => {
  expect(anniversaryWorse(better, worse)).toBe(true)
  expect(anniversaryWorse(worse, better)).toBe(false)
  expect([anniversaryWorse(better, better), anniversaryWorse(worse, worse)]).toEqual([false, false])
})

test.each<[what: string, better: Program, worse: Program]>([
  ['one less of two', jubilees([100, 50], [200, 50]), jubilees([200, 50])],
  ['a point less', jubilees([100, 50], [200, 50]), jubilees([100, 50], [200, 49])],
  ['none', jubilees([100, 50]), jubilees()],
])('C-43, BDAY-05: jubilees become worse: %s', (_what, better, worse) => {
  expect(jubileesWorse(better, worse)).toBe(true)
  expect(jubileesWorse(worse, better)).toBe(false)
  expect(jubileesWorse(better, better)).toBe(false)
})

test.each<[payBp: number | null, at: Program['discountAt'], found: number | string | null]>([
  [null, 'desk', null],
  [null, 'till', null],
  [999, 'desk', 999],
  [1000, 'desk', null],
  [9999, 'desk', null],
  [10_000, 'desk', 10_000],
  [5000, 'till', 'till'],
])('BDAY-01, C-51: a birthday at %j of 10,000, taken off at the %s, is broken: %j', (payBp, at, found) => {
  const remark = { rule: 'BIRTHDAY_DISCOUNT_BROKEN', at: 'birthdayDiscount', expected: 1000, found }
  expect(birthdayDiscountStands(paying(payBp, at), around)).toEqual(found === null ? [] : [remark])
})

test.each<[payBp: number | null, told: boolean]>([
  [null, false],
  [5000, false],
  [4999, true],
])('BDAY-01, COST-06: a birthday at %j of 10,000 is dear: %s', (payBp, told) => {
  const remark = {
    rule: 'BIRTHDAY_DISCOUNT_DEEP',
    at: 'birthdayDiscount.payBp',
    expected: 5000,
    found: payBp,
  }
  expect(birthdayDiscountIsAffordable(paying(payBp), around)).toEqual(told ? [remark] : [])
})

test.each<[better: number, worse: number | null]>([
  [5000, 5001],
  [9999, null],
])('C-43, BDAY-01: a birthday at %i becomes one at %j', (better, worse) => {
  expect(birthdayDiscountWorse(paying(better), paying(worse))).toBe(true)
  expect(birthdayDiscountWorse(paying(worse), paying(better))).toBe(false)
  expect(birthdayDiscountWorse(paying(better), paying(better))).toBe(false)
})
