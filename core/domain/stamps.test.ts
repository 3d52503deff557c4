import fc from 'fast-check'
import type { BillSettled, BranchId, BusinessDay, Entry, Program, Reward, StampCard } from '../contract'
import { Program as ProgramSchema } from '../contract/program'
import { type Account, balanceOf, openAccount, post, postAll } from './account'
import { fen, points } from './amounts'
import { claimReward } from './claim-reward'
import { deltaOf } from './delta-of'
import { recommended } from './presets/recommended'
import { reverseBill } from './reverse/reverse-bill'
import { reverseClaim } from './reverse/reverse-claim'
import { settleBill } from './settle-bill'
import { canMoveStamps, stampedBy, stampsMovedBy, stampsOf } from './stamps'
import { stampCardStanding } from './standing'

const on = '2027-03-05' as BusinessDay
const branch = { id: 'a' as BranchId, name: '店' }
const guest = { birthday: null, joinedOn: on }
const card: StampCard = { stamps: 3, atLeast: fen(3_000), reward: 'drink' as StampCard['reward'] }
const program: Program = { ...recommended, stampCard: card }
const drink = program.rewards.find(({ id }) => id === 'drink') as Reward

const settle = (account: Account, amount: number, under = program, id = 'b') =>
  settleBill(account, { id, branch, amount: fen(amount), day: on }, guest, under)
const after = (account: Account, amount: number, under = program, id = 'b') =>
  postAll(account, settle(account, amount, under, id).entries)
const withStamps = (stamps: number): Account => ({ ...openAccount(), stamps })
const claim = (account: Account, more: object = {}) =>
  claimReward(
    account,
    { reward: drink, stamps: 3, redemption: 'C', token: null, left: null, ...more },
    on,
    program,
  )
const reverse = (account: Account, settled: BillSettled, amount: number) => {
  const reversed = reverseBill(
    account,
    settled,
    { amount: fen(amount), reason: '退款', by: null },
    on,
    program,
  )
  if (!reversed.ok) throw new Error(reversed.refusal)
  return reversed.value
}

test.each`
  amount     | stamps
  ${0}       | ${0}
  ${2_999}   | ${0}
  ${3_000}   | ${1}
  ${300_000} | ${1}
`('CAMP-09: a bill of $amount fen earns $stamps stamps where 30 yuan earn one', ({ amount, stamps }) => {
  expect(stampsOf(after(openAccount(), amount))).toBe(stamps)
})

test('CAMP-09: a bill earns its points and its stamp side by side', () => {
  const without = after(openAccount(), 3_000, recommended)
  expect(balanceOf(after(openAccount(), 3_000))).toBe(balanceOf(without))
  expect([without.stamps, settle(openAccount(), 3_000, recommended).settled.stamp]).toEqual([
    undefined,
    undefined,
  ])
})

test('CAMP-09, C-51: what counts is what is paid, after his tier has taken its part off', () => {
  const [everybody, ...others] = program.tiers
  if (everybody === undefined) throw new Error('there is a tier')
  const cheaper: Program = { ...program, tiers: [{ ...everybody, payBp: 9_000 }, ...others] }
  const stampOf = (amount: number) =>
    settleBill(openAccount(), { id: 'b', branch, amount: fen(amount), atDesk: true, day: on }, guest, cheaper)
      .settled.stamp
  expect([stampOf(3_333), stampOf(3_334)]).toEqual([undefined, { atLeast: 3_000 }])
})

test('CAMP-09: a programme published before there were cards earns none, and old lines add up as they did', () => {
  const { stampCard: _none, ...older } = recommended
  const old = ProgramSchema.parse(older)
  expect(settle(openAccount(), 3_000, old).settled).not.toHaveProperty('stamp')
  expect(stampCardStanding(openAccount(), old)).toBeNull()
  const { stamp: _stamp, ...line } = settle(openAccount(), 3_000).settled
  expect(post(openAccount(), line as Entry)).not.toHaveProperty('stamps')
})

test.each`
  stamps | outcome            | left
  ${-1}  | ${'CARD_NOT_FULL'} | ${-1}
  ${2}   | ${'CARD_NOT_FULL'} | ${2}
  ${3}   | ${'issued'}        | ${0}
  ${7}   | ${'issued'}        | ${4}
`('CAMP-09: with $stamps of 3 stamps a claim is $outcome and leaves $left for the next card', (row) => {
  const account = withStamps(row.stamps)
  const claimed = claim(account)
  expect(claimed.ok ? 'issued' : claimed.refusal).toBe(row.outcome)
  const rest = claimed.ok ? postAll(account, claimed.value) : account
  expect([stampsOf(rest), balanceOf(rest)]).toEqual([row.left, 0])
})

test.each([
  [3_000, program, { stamps: 3, of: 3 }],
  [2_999, program, null],
  [3_000, recommended, null],
])(
  'CAMP-09: after a bill of %i fen with two stamps before the till shows his card: %#',
  (amount, shown, card) => {
    const { settled, entries } = settle(withStamps(2), amount)
    expect(stampedBy(settled, postAll(withStamps(2), entries), shown)).toEqual(card)
  },
)

test.each([
  [3, 3, true],
  [2, 3, false],
  [-1, undefined, true],
])('CAMP-09: with %i stamps a line that takes %s (none: points pay) can be right: %s', (has, stamps, can) => {
  const paid = { ...withStamps(has), lots: [{ expiresOn: '2028-03-05' as BusinessDay, left: points(500) }] }
  const claimed = claimReward(paid, { reward: drink, redemption: 'C', token: null, left: null }, on, program)
  if (!claimed.ok) throw new Error(claimed.refusal)
  const [line] = claimed.value
  expect(canMoveStamps(paid, { ...line, ...(stamps === undefined ? {} : { stamps }) } as Entry)).toBe(can)
})

test('CAMP-09, RED-15: a card that is not full is said before there is nothing left, and nothing left takes no stamp', () => {
  expect(claim(withStamps(2), { token: 't', left: 0 })).toEqual({ ok: false, refusal: 'CARD_NOT_FULL' })
  expect(claim(withStamps(3), { token: 't', left: 0 })).toEqual({ ok: false, refusal: 'OUT_OF_STOCK' })
})

test('CAMP-09, RISK-04: who is barred claims nothing for his stamps, and keeps them', () => {
  const barred = { since: on, reason: '虚假消费', until: null }
  expect(claim({ ...withStamps(3), barred })).toEqual({ ok: false, refusal: 'BARRED' })
})

test('CAMP-09: a claim for points takes no stamp, one for stamps no point', () => {
  const rich = { ...withStamps(3), lots: [{ expiresOn: '2028-03-05' as BusinessDay, left: points(500) }] }
  const forPoints = claimReward(
    rich,
    { reward: drink, redemption: 'C', token: null, left: null },
    on,
    program,
  )
  const forStamps = claim(rich)
  if (!forPoints.ok || !forStamps.ok) throw new Error('he has both')
  const shown = (entries: Entry[]) => {
    const then = postAll(rich, entries)
    return [balanceOf(then), stampsOf(then), entries.map(deltaOf)]
  }
  expect(shown(forPoints.value)).toEqual([400, 3, [-100]])
  expect(shown(forStamps.value)).toEqual([500, 0, [0]])
})

test('CAMP-09, I6: a void code that a card paid for gives its stamps back, and no points', () => {
  const about = {
    reward: drink.id,
    rewardName: drink.name,
    redemption: 'C',
    drawn: [],
    reason: '卖完',
    by: '阿芳',
  }
  const entry = reverseClaim(withStamps(1), { ...about, stamps: 3 }, on, program)
  expect(entry).toMatchObject({ returned: [], repaid: 0, stamps: 3 })
  expect(stampsOf(post(withStamps(1), entry))).toBe(4)
  expect(reverseClaim(withStamps(1), about, on, program)).not.toHaveProperty('stamps')
})

test.each`
  parts                    | stamps
  ${[1]}                   | ${[1]}
  ${[2_000]}               | ${[1]}
  ${[2_001]}               | ${[0]}
  ${[5_000]}               | ${[0]}
  ${[1_000, 1_000, 1]}     | ${[1, 1, 0]}
  ${[2_001, 1_000, 1_999]} | ${[0, 0, 0]}
`('CAMP-09: of a bill of 50 yuan $parts fen are taken back one after another: $stamps stamps', (row) => {
  const { settled, entries } = settle(openAccount(), 5_000)
  let account = postAll(openAccount(), entries)
  const counts = row.parts.map((part: number) => {
    account = postAll(account, reverse(account, settled, part).entries)
    return stampsOf(account)
  })
  expect(counts).toEqual(row.stamps)
})

test('CAMP-09: a stamp that is spent and taken back is owed, seen as such, and worked off by the next bills', () => {
  const first = settle(openAccount(), 3_000)
  const third = after(after(postAll(openAccount(), first.entries), 3_000), 3_000)
  const claimed = claim(third)
  if (!claimed.ok) throw new Error(claimed.refusal)
  const spent = postAll(third, claimed.value)
  const owing = postAll(spent, reverse(spent, first.settled, 3_000).entries)
  expect(stampCardStanding(owing, program)).toMatchObject({ stamps: -1, of: 3, reward: { id: 'drink' } })
  expect(stampsOf(after(after(owing, 3_000), 3_000))).toBe(1)
})

test('CAMP-09: how much a stamp was earned by stands in the bill, so that a later programme takes none away', () => {
  const { settled, entries } = settle(openAccount(), 5_000)
  const dearer: Program = { ...program, stampCard: { ...card, atLeast: fen(4_500) } }
  const account = postAll(openAccount(), entries)
  const reversed = reverseBill(account, settled, { amount: fen(1_000), reason: '退款', by: null }, on, dearer)
  if (!reversed.ok) throw new Error(reversed.refusal)
  expect(reversed.value.reversed).not.toHaveProperty('unstamped')
})

test('CAMP-09: a card is taken only where it is full: anything else is a bug and says so', () => {
  const claimed = claim(withStamps(3))
  if (!claimed.ok) throw new Error(claimed.refusal)
  expect(() => postAll(withStamps(2), claimed.value)).toThrow('2 stamps, asked for 3')
})

test('CAMP-09: a card whose reward is gone is not shown', () => {
  expect(stampCardStanding(withStamps(3), { ...program, rewards: [] })).toBeNull()
})

const step = fc.record({
  kind: fc.constantFrom('bill', 'claim', 'reverse', 'void'),
  size: fc.integer({ min: 1, max: 9_000 }),
})

test('CAMP-09: stamps are those earned, less those taken back and spent, and those given back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      let account = openAccount()
      const bills: { settled: BillSettled; left: number }[] = []
      const codes: string[] = []
      const lines: Entry[] = []
      const apply = (entries: Entry[]) => {
        account = postAll(account, entries)
        lines.push(...entries)
      }
      for (const [index, { kind, size }] of steps.entries()) {
        if (kind === 'bill') {
          const { settled, entries } = settle(account, size, program, `b${index}`)
          bills.push({ settled, left: size })
          apply(entries)
        }
        const bill = bills[size % Math.max(bills.length, 1)]
        if (kind === 'reverse' && bill !== undefined && bill.left > 0) {
          const part = 1 + (size % bill.left)
          apply(reverse(account, bill.settled, part).entries)
          bill.left -= part
        }
        const claimed = kind === 'claim' ? claim(account, { redemption: `C${index}` }) : null
        if (claimed?.ok) {
          codes.push(`C${index}`)
          apply(claimed.value)
        }
        const redemption = kind === 'void' ? codes.pop() : undefined
        if (redemption !== undefined) {
          const about = {
            reward: drink.id,
            rewardName: drink.name,
            redemption,
            drawn: [],
            reason: '卖完',
            by: '阿芳',
          }
          apply([reverseClaim(account, { ...about, stamps: 3 }, on, program)])
        }
        const stamped = bills.filter(({ left }) => left >= card.atLeast).length
        expect(stampsOf(account)).toBe(stamped - 3 * codes.length)
        expect(lines.reduce((sum, entry) => sum + stampsMovedBy(entry), 0)).toBe(stampsOf(account))
      }
    }),
  )
})
