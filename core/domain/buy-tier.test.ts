import type { BusinessDay, Program } from '../contract'
import { type Account, openAccount, postAll } from './account'
import { points } from './amounts'
import { buyTier } from './buy-tier'
import { recommended } from './presets/recommended'
import { tierOf } from './tier'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-21')
const program: Program = {
  ...recommended,
  tierSales: [
    { tier: 'silver', points: points(1), days: 1 },
    { tier: 'gold', points: points(100), days: 30 },
    { tier: 'diamond', points: points(300), days: 1 },
    { tier: 'gone', points: points(1), days: 1 },
  ],
}
const SOON = day('2026-12-31')
const LATE = day('2027-06-30')
const member: Account = {
  ...openAccount(),
  tier: 'silver',
  lots: [
    { expiresOn: SOON, left: points(60) },
    { expiresOn: LATE, left: points(40) },
  ],
}
const buy = (tier: string, over: Partial<Account> = {}) =>
  buyTier({ ...member, ...over }, tier, TODAY, program)
const no = (refusal: string) => ({ ok: false, refusal })

test('C-21, RED-23: a tier for points says what it cost, from which lots, and its last day, today the first', () => {
  expect(buy('gold')).toEqual({
    ok: true,
    value: [
      {
        type: 'TierBought',
        on: TODAY,
        tier: 'gold',
        tierName: '金卡会员',
        days: 30,
        drawn: [
          { lot: SOON, points: 60 },
          { lot: LATE, points: 40 },
        ],
        program: program.version,
      },
      {
        type: 'TierChanged',
        on: TODAY,
        why: 'bought',
        from: 'silver',
        fromName: '银卡会员',
        to: 'gold',
        toName: '金卡会员',
        climbed: [],
        keep: null,
        until: '2026-12-20',
        spent: null,
        minSpend: null,
        program: program.version,
      },
    ],
  })
})

test('C-21: a tier for one day is over when the day is', () => {
  const bought = buy('diamond', { lots: [{ expiresOn: LATE, left: points(300) }] })
  if (!bought.ok) throw new Error(bought.refusal)
  const after = postAll(member, bought.value.slice(1))
  expect(after.bought).toEqual({ tier: 'diamond', until: TODAY })
  expect(tierOf(after, program).id).toBe('diamond')
})

const barred = { since: TODAY, until: null, reason: '其他原因' }
const rich = { lots: [{ expiresOn: LATE, left: points(500) }] }
test.each([
  ['who is barred, whatever he asks for', 'none', { barred }, 'BARRED'],
  ['who is barred', 'gold', { barred }, 'BARRED'],
  ['who asks for a tier that there is not', 'none', {}, 'TIER_NOT_FOR_SALE'],
  ['who asks for one that is sold and gone from the ladder', 'gone', {}, 'TIER_NOT_FOR_SALE'],
  ['who has the tier', 'gold', { tier: 'gold' }, 'TIER_NOT_HIGHER'],
  ['who has it and could not pay', 'gold', { tier: 'gold', lots: [] }, 'TIER_NOT_HIGHER'],
  ['who has a higher one', 'gold', { tier: 'diamond' }, 'TIER_NOT_HIGHER'],
  [
    'who has bought a higher one',
    'gold',
    { ...rich, bought: { tier: 'diamond', until: SOON } },
    'TIER_NOT_HIGHER',
  ],
  ['who is a point short', 'gold', { lots: [{ expiresOn: LATE, left: points(99) }] }, 'INSUFFICIENT_POINTS'],
])('C-21, RISK-04: no tier is sold to %s', (_whom, tier, over, refusal) => {
  expect(buy(tier, over)).toEqual(no(refusal))
})
