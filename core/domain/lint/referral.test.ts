import type { Fen, Program, Referral } from '../../contract'
import { fen, points } from '../amounts'
import { recommended } from '../presets/recommended'
import { anyDay, shelf } from './recommended-with'
import {
  referralsAreAffordable,
  referralsAreCapped,
  referralsAreSafe,
  referralsAskForAnOrder,
  referralsCanPay,
  referralWorse,
} from './referral'

type Rule = Referral['rules'][number]
const fixed = (given: number) => ({ kind: 'fixed' as const, points: points(given) })
const share = (bp: number) => ({ kind: 'share' as const, bp })
const paid: Rule = { trigger: 'firstPaidOrder', beneficiary: 'both', formula: fixed(100), atLeast: 0 as Fen }
const joined: Rule = { ...paid, trigger: 'register' }
const having = (rules: Rule[], over: Partial<Referral> = {}): Program => ({
  ...recommended,
  referral: { rules, perMonth: 5, pendingDays: 7, ...over },
})
const none: Program = { ...recommended, referral: null }

test.each<[what: string, Rule, never: boolean]>([
  ['an order', paid, false],
  ['an order of 50 yuan', { ...paid, atLeast: 5000 as Fen }, false],
  ['a share of an order', { ...paid, formula: share(1000) }, false],
  ['joining', joined, false],
  ['joining with a share', { ...joined, formula: share(1000) }, true],
  ['joining from a fen on', { ...joined, atLeast: 1 as Fen }, true],
  ['loading', { ...paid, trigger: 'load' }, true],
])('C-20: a rule for %s pays never: %s', (_what, rule, never) => {
  const remark = { rule: 'REFERRAL_NEVER_PAYS', at: 'referral.rules.1', found: rule.trigger }
  expect(referralsCanPay(having([paid, rule]), anyDay)).toEqual(never ? [remark] : [])
})

test.each<[Program, number]>([
  [none, 0],
  [having([paid]), 0],
  [having([paid], { perMonth: null }), 1],
])('RISK-09: %#: without an end in a month it is told %#', (program, times) => {
  const remark = { rule: 'REFERRAL_UNCAPPED', at: 'referral.perMonth', expected: 5 }
  expect(referralsAreCapped(program, anyDay)).toEqual(Array(times).fill(remark))
})

test.each<[rules: Rule[], pendingDays: number, told: boolean]>([
  [[paid], 7, false],
  [[paid], 6, true],
  [[joined, paid], 6, true],
  [[joined], 0, false],
])('REF-07: %j, %i days later, is too early: %s', (rules, pendingDays, told) => {
  const remark = { rule: 'REFERRAL_TOO_EARLY', at: 'referral.pendingDays', expected: 7, found: pendingDays }
  expect(referralsAreSafe(having(rules, { pendingDays }), anyDay)).toEqual(told ? [remark] : [])
})

test('C-47: each rule that pays for joining alone is told', () => {
  const remark = { rule: 'REFERRAL_FOR_A_TAP', at: 'referral.rules.1' }
  expect(referralsAskForAnOrder(having([paid, joined]), anyDay)).toEqual([remark])
})

test('where there is nothing for friends, nothing is told of it', () => {
  const all = [referralsCanPay, referralsAreSafe, referralsAskForAnOrder, referralsAreAffordable]
  expect(all.flatMap((rule) => rule(none, anyDay))).toEqual([])
})

/** A point costs 5.25 fen. */
const { rewards } = shelf({ points: points(100), worth: fen(1500) })
test.each<[what: string, rules: Rule[], found: number | null]>([
  ['both get 190: 1,995 fen', [{ ...paid, formula: fixed(190) }], null],
  ['both get 191: 2,005 fen', [{ ...paid, formula: fixed(191) }], 2005],
  ['one gets 382', [{ ...paid, formula: fixed(382), beneficiary: 'referrer' }], 2005],
  ['the other gets 382', [{ ...paid, formula: fixed(382), beneficiary: 'referee' }], 2005],
  [
    '95 and 95 for both',
    [
      { ...paid, formula: fixed(95) },
      { ...joined, formula: fixed(95) },
    ],
    null,
  ],
  [
    '95 and 96 for both',
    [
      { ...paid, formula: fixed(95) },
      { ...joined, formula: fixed(96) },
    ],
    2005,
  ],
  ['what never comes', [{ ...paid, trigger: 'load', formula: fixed(900) }], null],
  ['twice the 100 yuan', [{ ...paid, formula: share(20_000) }], 2100],
  ['from more than 100 yuan on', [{ ...paid, formula: fixed(900), atLeast: 10_001 as Fen }], null],
])('COST-06: a new guest may cost 20 yuan: %s', (_what, rules, found) => {
  const remark = { rule: 'REFERRAL_DEAR', at: 'referral', expected: 2000, found }
  expect(referralsAreAffordable({ ...having(rules), rewards }, anyDay)).toEqual(
    found === null ? [] : [remark],
  )
})

const rule = (over: Partial<Rule>) => having([{ ...paid, ...over }])
test.each<[what: string, better: Program, worse: Program]>([
  ['nothing any more', having([paid]), none],
  ['four a month', having([paid]), having([paid], { perMonth: 4 })],
  [
    'some a month instead of any number',
    having([paid], { perMonth: null }),
    having([paid], { perMonth: 99 }),
  ],
  ['a day later', having([paid]), having([paid], { pendingDays: 8 })],
  ['a point less', having([paid]), rule({ formula: fixed(99) })],
  ['a smaller share', rule({ formula: share(1000) }), rule({ formula: share(999) })],
  ['from a fen on', having([paid]), rule({ atLeast: 1 as Fen })],
  ['only who invites', having([paid]), rule({ beneficiary: 'referrer' })],
  ['only who is invited', having([paid]), rule({ beneficiary: 'referee' })],
  ['one rule of two', having([paid, joined]), having([joined])],
])('C-43: what friends bring becomes worse: %s', (_what, better, worse) => {
  expect(referralWorse(better, worse)).toBe(true)
  expect(referralWorse(worse, better)).toBe(false)
  expect([referralWorse(better, better), referralWorse(worse, worse)]).toEqual([false, false])
})

test.each<[what: string, one: Program, other: Program]>([
  [
    'who is invited instead of who invites',
    rule({ beneficiary: 'referee' }),
    rule({ beneficiary: 'referrer' }),
  ],
  ['an order instead of joining', having([paid]), having([joined])],
  ['a share instead of points', having([paid]), rule({ formula: share(1000) })],
])('C-43: %s is told either way: who waited for one does not get the other', (_what, one, other) => {
  expect([referralWorse(one, other), referralWorse(other, one)]).toEqual([true, true])
})
