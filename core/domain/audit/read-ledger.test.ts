import type { BillSettled, BusinessDay, Entry, LedgerLine, MemberId, Points } from '../../contract'
import { type Account, balanceOf, openAccount, post } from '../account'
import { fen, points } from '../amounts'
import { deltaOf } from '../delta-of'
import { join } from '../join'
import { recommended as program } from '../presets/recommended'
import { settleBill } from '../settle-bill'
import { changesAlike, compareAccount, correctionFor, sideOf } from './compare-account'
import { readLedger } from './read-ledger'

const member = 'M0000000000000001' as MemberId
const today = '2026-11-21' as BusinessDay
const lot = '2027-11-21' as BusinessDay

/** Lines as a member's document would have written them. */
function written(...entries: Entry[]): { lines: LedgerLine[]; account: Account } {
  let account = openAccount()
  const lines = entries.map((entry, index): LedgerLine => {
    account = post(account, entry)
    return {
      id: `${member}.${index + 1}`,
      key: String(index),
      index: 0,
      member,
      seq: index + 1,
      kind: 'earn',
      month: '2026-11',
      at: '2026-11-21T12:00:00+08:00',
      delta: deltaOf(entry),
      balance: balanceOf(account),
      entry,
    }
  })
  return { lines, account }
}
const bill = (amount: number): Entry =>
  settleBill(
    { ...openAccount(), bills: 1 },
    { id: String(amount), branch: { id: 'a' as never, name: '店' }, amount: fen(amount), day: today },
    { birthday: null, joinedOn: today },
    program,
  ).settled
const burn = (amount: number): Entry => ({
  type: 'PointsExpired',
  on: today,
  drawn: [{ lot, points: points(amount) }],
})

const { lines, account } = written(join(today, program), bill(5000), bill(2000), burn(20))
const change = (seq: number, changes: Partial<LedgerLine>) =>
  lines.map((line) => (line.seq === seq ? { ...line, ...changes } : line))
const told = (read: readonly LedgerLine[], seq = 4) =>
  readLedger(read, seq).flaws.map(({ kind, seq: at, expected, found }) => [kind, at, expected, found])

test('whole lines add up to the account, in whatever order they come', () => {
  const reading = readLedger([...lines].reverse(), 4)
  expect(reading).toMatchObject({ account, flaws: [], correction: null, last: { seq: 4, balance: 150 } })
})

test('nobody’s lines add up to nothing', () => {
  expect(readLedger([], 0)).toEqual({ account: openAccount(), flaws: [], correction: null, last: null })
})

const not = (...seqs: number[]) => lines.filter(({ seq }) => !seqs.includes(seq))

test.each<[string, LedgerLine[], number, unknown[][]]>([
  ['the first is missing', not(1), 4, [['LINE_MISSING', 1, 1, 0]]],
  ['two in the middle are missing', not(2, 3), 4, [['LINE_MISSING', 2, 2, 0]]],
  ['the last is missing', not(4), 4, [['LINE_MISSING', 4, 1, 0]]],
  ['all are missing', [], 4, [['LINE_MISSING', 1, 4, 0]]],
  ['one is beyond what he counts', lines, 3, [['LINE_DAMAGED', 4, 4, 4]]],
  ['one is there twice', [...lines, ...change(2, {}).slice(1, 2)], 4, [['LINE_DAMAGED', 2, 3, 2]]],
  [
    'one says another change than its entry makes',
    change(2, { delta: 49, balance: 149 as Points }),
    4,
    [
      ['LINE_DAMAGED', 2, 50, 49],
      ['BALANCE_BROKEN', 3, 169, 170],
    ],
  ],
  [
    'a bill’s points are not what its steps come to',
    change(2, { delta: 60, entry: { ...bill(5000), earned: points(60) } as Entry }),
    4,
    [
      ['LINE_DAMAGED', 2, 50, 60],
      ['BALANCE_BROKEN', 2, 160, 150],
    ],
  ],
  ['one has another’s id', change(2, { id: 'x' }), 4, [['LINE_DAMAGED', 2, null, null]]],
  [
    'a balance jumps',
    change(3, { balance: 999 as Points }),
    4,
    [
      ['BALANCE_BROKEN', 3, 170, 999],
      ['BALANCE_BROKEN', 4, 979, 150],
    ],
  ],
  [
    'the first balance is not its own change',
    change(1, { balance: 99 as Points }),
    4,
    [
      ['BALANCE_BROKEN', 1, 100, 99],
      ['BALANCE_BROKEN', 2, 149, 150],
    ],
  ],
])('I13: %s', (_name, read, seq, flaws) => {
  expect(told(read, seq)).toEqual(flaws)
})

test.each([
  ['more than the lot holds', [{ lot, points: points(171) }]],
  [
    'twice from a lot, together too much',
    [
      { lot, points: points(100) },
      { lot, points: points(71) },
    ],
  ],
  [
    'nothing from a lot that is used up',
    [
      { lot, points: points(170) },
      { lot, points: points(0) },
    ],
  ],
  ['from a lot that is not there', [{ lot: today, points: points(1) }]],
])('a line that takes %s cannot be added up', (_name, drawn) => {
  const entry: Entry = { type: 'PointsExpired', on: today, drawn }
  const delta = deltaOf(entry)
  const read = change(4, { entry, delta, balance: (170 + delta) as Points })
  expect(readLedger(read, 4)).toMatchObject({ account: null, flaws: [{ kind: 'LINE_DAMAGED', seq: 4 }] })
})

test.each([
  ['all that a lot holds', [170], 0],
  ['twice from a lot, together all that it holds', [100, 70], 0],
  ['twice from a lot, together less', [100, 50], 20],
])('a line that takes %s is added up', (_name, taken, left) => {
  const drawn = taken.map((some) => ({ lot, points: points(some) }))
  const entry: Entry = { type: 'PointsExpired', on: today, drawn }
  const read = change(4, { entry, delta: deltaOf(entry), balance: points(left) })
  const { account: added, flaws } = readLedger(read, 4)
  expect([added && balanceOf(added), flaws]).toEqual([left, []])
})

test('what a member does not count is no part of him, not even a correction', () => {
  const { lines: all } = written(join(today, program), bill(5000), corrected(150, 900))
  expect(readLedger(all, 2)).toMatchObject({ correction: null, last: { seq: 2 } })
  expect(told(all, 2)).toEqual([['LINE_DAMAGED', 3, 3, 3]])
  expect(readLedger(all, 3)).toMatchObject({ correction: { seq: 3 }, last: { seq: 3 }, flaws: [] })
})

test('a bill that shows no steps is taken at its word', () => {
  expect(told(change(2, { entry: { ...bill(5000), steps: [] } as Entry }))).toEqual([])
})

test('a spend beyond all whole numbers cannot be added up', () => {
  const entry = { ...bill(5000), amount: Number.MAX_SAFE_INTEGER } as Entry
  expect(readLedger(change(2, { entry }).slice(0, 3), 3).account).toBeNull()
  expect(readLedger(change(2, { entry }).slice(0, 2), 2).account).not.toBeNull()
})

test('a balance beyond all whole numbers cannot be added up', () => {
  const entry = { ...join(today, program), earned: Number.MAX_SAFE_INTEGER as Points } as Entry
  const read = change(2, { entry, delta: Number.MAX_SAFE_INTEGER })
  expect(readLedger(read, 4).account).toBeNull()
})

const corrected = (running: number, left: number): Entry => ({
  type: 'AccountCorrected',
  on: today,
  reason: 'LEDGER_DAMAGED',
  shown: 0,
  running: points(running),
  account: { ...account, lots: [{ expiresOn: lot, left: points(left) }] },
  proposal: 'p',
  approvedBy: '王店长',
})

test('a correction closes what stood before it: the account is what it says, and its change is told', () => {
  const { lines: all } = written(join(today, program), bill(5000), corrected(900, 150), bill(1000))
  expect(all[2]).toMatchObject({ delta: -750, balance: 150 })
  const reading = readLedger(all.slice(1), 4)
  expect(reading).toMatchObject({ flaws: [], correction: { seq: 3 }, account: { lots: [{ left: 160 }] } })
  const jumped = all.map((one) => (one.seq === 3 ? { ...one, balance: 151 as Points } : one))
  expect(told(jumped)).toEqual([
    ['BALANCE_BROKEN', 3, 150, 151],
    ['BALANCE_BROKEN', 4, 161, 160],
  ])
})

const with_ = (changes: Partial<Account>): Account => ({ ...account, ...changes })
const sound = readLedger(lines, 4)

test.each<[string, Account | null, unknown[]]>([
  ['the same', account, []],
  ['impossible', null, []],
  [
    'of more points',
    with_({ lots: [{ expiresOn: lot, left: points(151) }] }),
    [['ACCOUNT_DIFFERS', 150, 151]],
  ],
  [
    'of other lots',
    with_({ lots: [{ expiresOn: today, left: points(150) }] }),
    [['ACCOUNT_DIFFERS', 150, 150]],
  ],
  ['of no lots', with_({ lots: [] }), [['ACCOUNT_DIFFERS', 150, 0]]],
  ['of another tier', with_({ tier: 'gold' }), [['STANDING_DIFFERS', 7000, 7000]]],
  ['of another spend', with_({ qualifyingSpend: fen(1) }), [['STANDING_DIFFERS', 7000, 1]]],
  ['of other bills', with_({ bills: 9 }), [['STANDING_DIFFERS', 7000, 7000]]],
])('I1, I12: beside the lines an account that is %s', (_name, kept, findings) => {
  const found = compareAccount(member, kept, sound)
  expect(found.map(({ kind, expected, found: is }) => [kind, expected, is])).toEqual(findings)
})

test('where lines are missing the newest balance is all there is to compare with', () => {
  const reading = readLedger(not(2), 4)
  expect(compareAccount(member, account, reading)).toEqual([])
  const less = { kind: 'ACCOUNT_DIFFERS', member, expected: 150, found: 0 }
  expect(compareAccount(member, with_({ lots: [] }), reading)).toMatchObject([less])
  expect(compareAccount(member, account, readLedger([], 4))).toEqual([])
})

test.each([
  [60, 40, 0],
  [60, 41, 1],
  [61, 40, 1],
])('I1: of two lots each must be right: %i and %i beside 60 and 40', (soon, late, findings) => {
  const two = (a: number, b: number) => [
    { expiresOn: today, left: points(a) },
    { expiresOn: lot, left: points(b) },
  ]
  const reading = { ...sound, account: with_({ lots: two(60, 40) }) }
  expect(compareAccount(member, with_({ lots: two(soon, late) }), reading)).toHaveLength(findings)
})

test('whole lines win; a gap is closed over an account that the newest line confirms; else a person looks', () => {
  const more = with_({ lots: [{ expiresOn: lot, left: points(151) }] })
  expect(correctionFor(account, sound, 4)).toBeNull()
  expect(correctionFor(more, sound, 4)).toEqual({ reason: 'ACCOUNT_DIFFERED', to: account })
  expect(correctionFor(null, sound, 4)).toEqual({ reason: 'ACCOUNT_DIFFERED', to: account })
  const jump = readLedger(change(3, { balance: 999 as Points }), 4)
  expect(correctionFor(account, jump, 4)).toEqual({ reason: 'LEDGER_DAMAGED', to: account })
  const gap = readLedger(not(2), 4)
  expect(correctionFor(account, gap, 4)).toEqual({ reason: 'LEDGER_DAMAGED', to: account })
  expect(correctionFor(more, gap, 4)).toBeNull()
  expect(correctionFor(null, gap, 4)).toBeNull()
  expect(correctionFor(account, readLedger(not(4), 4), 4)).toBeNull()
  const asThree = with_({ lots: [{ expiresOn: lot, left: points(170) }] })
  expect(correctionFor(asThree, readLedger(not(4), 4), 4)).toBeNull()
  expect(correctionFor(account, readLedger([], 4), 4)).toBeNull()
})

test('two corrections are alike when they change as much, wherever they begin', () => {
  const side = sideOf(account)
  const by = (before: Partial<typeof side>, after: Partial<typeof side>) => ({
    before: { ...side, ...before },
    after: { ...side, ...after },
  })
  const shown = by({ balance: 1150 }, { balance: 150 })
  expect(changesAlike(by({ balance: 1160 }, { balance: 160 }), shown)).toBe(true)
  expect(changesAlike(by({ balance: 1161 }, { balance: 160 }), shown)).toBe(false)
  expect(changesAlike(by({ balance: null }, { balance: 150 }), shown)).toBe(false)
  expect(changesAlike(by({ balance: 1000 }, { balance: null }), shown)).toBe(false)
  expect(changesAlike(by({ balance: 1150, bills: 3 }, { balance: 150 }), shown)).toBe(false)
  expect(changesAlike(by({ balance: 1150, qualifyingSpend: 1 }, { balance: 150 }), shown)).toBe(false)
  expect(changesAlike(by({ balance: 1150 }, { balance: 150, tier: 'gold' }), shown)).toBe(false)
  expect(changesAlike(by({ balance: 1150, stamps: 5 }, { balance: 150, stamps: 5 }), shown)).toBe(true)
  expect(changesAlike(by({ balance: 1150, stamps: 5 }, { balance: 150, stamps: 4 }), shown)).toBe(false)
})

test('CAMP-09: two corrections are alike as well where one was proposed before there were stamps', () => {
  const { stamps: _none, ...older } = sideOf(account)
  const was = { before: { ...older, balance: 1150 }, after: older } as Parameters<typeof changesAlike>[0]
  expect(changesAlike(was, { before: { ...sideOf(account), balance: 1150 }, after: sideOf(account) })).toBe(
    true,
  )
})

test.each([
  [2, [['LINE_DAMAGED', 4, null, null]]],
  [3, []],
])('CAMP-09: with %i stamps a claim for three of them is read as %j', (stamps, flaws) => {
  const stamped = { ...(bill(5000) as BillSettled), stamp: { atLeast: fen(1) } }
  const claimed: Entry = {
    type: 'RewardClaimed',
    on: today,
    reward: 'drink' as never,
    rewardName: '饮品',
    redemption: 'C',
    drawn: [],
    stamps: 3,
    token: null,
    program: program.version,
  }
  const bills = Array.from({ length: 3 }, (_, n) => (n < stamps ? stamped : bill(5000)))
  const { lines: sound } = written(...bills, { ...claimed, stamps: Math.min(stamps, 3) })
  const read = sound.map((line) => (line.seq === 4 ? { ...line, entry: claimed } : line))
  expect(told(read)).toEqual(flaws)
})
