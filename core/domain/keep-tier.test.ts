import fc from 'fast-check'
import type { BusinessDay, Entry, Program } from '../contract'
import { type Account, openAccount, post, postAll } from './account'
import { fen, points } from './amounts'
import { buyTier } from './buy-tier'
import { addDays } from './calendar'
import { join } from './join'
import { keepPeriod } from './keep-tier'
import { nextDueOf } from './next-due'
import { pauseReview } from './pause-review'
import { noRoute } from './presets/no-route'
import { recommended } from './presets/recommended'
import { settleBill } from './settle-bill'
import { settleTime } from './settle-time'
import { tierOf } from './tier'

const day = (text: string) => text as BusinessDay
const joinedOn = day('2026-01-01')
const keep = recommended.keep as NonNullable<Program['keep']>
const program = (over: Partial<NonNullable<Program['keep']>> = {}, more: Partial<Program> = {}): Program => ({
  ...recommended,
  keep: { ...keep, ...over },
  ...more,
})

/** Joined on the first of the year. */
const silver = (rules: Program): Account => post(openAccount(), join(day('2026-01-01'), rules))
/** A bill on a day, after what time has done by then. */
function paid(account: Account, on: string, amount: number, rules: Program): Account {
  const timely = postAll(account, settleTime({ account, joinedOn }, day(on), rules))
  const bill = { id: on, branch: { id: 'a' as never, name: '店' }, amount: fen(amount), day: day(on) }
  const { entries } = settleBill(timely, bill, { birthday: null, joinedOn: day('2026-01-01') }, rules)
  return postAll(timely, entries)
}
const by = (account: Account, on: string, rules: Program) =>
  postAll(account, settleTime({ account, joinedOn }, day(on), rules))
const gold = (rules: Program, on = '2026-02-20') => paid(silver(rules), on, 100_000, rules)
const types = (entries: readonly Entry[]) =>
  entries
    .filter(({ type }) => type !== 'PointsExpired')
    .map((entry) => ('why' in entry ? entry.why : 'outcome' in entry ? entry.outcome : entry.type))

test.each([
  ['2026-02-21', '2026-06-30'],
  ['2026-03-31', '2026-06-30'],
  ['2026-04-01', '2026-06-30'],
  ['2026-04-02', '2026-09-30'],
  ['2026-10-02', '2027-03-31'],
])('DOWN-02: a tier to be kept from %s on is kept through the first whole quarter, to %s', (from, until) => {
  expect(keepPeriod(day(from), program())).toEqual({ from, until })
})

test('DOWN-02: a period of 90 days ends on its 90th', () => {
  const rules = program({ period: { kind: 'days', days: 90 } })
  expect(keepPeriod(day('2026-02-21'), rules)).toEqual({ from: '2026-02-21', until: '2026-05-21' })
  expect(keepPeriod(day('2026-02-21'), { ...recommended, keep: null })).toBeNull()
})

test.each`
  spent     | tooLittle | comes        | tier
  ${0}      | ${'keep'} | ${'notKept'} | ${'silver'}
  ${0}      | ${'warn'} | ${'notKept'} | ${'silver'}
  ${1}      | ${'keep'} | ${'kept'}    | ${'gold'}
  ${1}      | ${'warn'} | ${'warned'}  | ${'gold'}
  ${1}      | ${'lose'} | ${'notKept'} | ${'silver'}
  ${49_999} | ${'warn'} | ${'warned'}  | ${'gold'}
  ${49_999} | ${'lose'} | ${'notKept'} | ${'silver'}
  ${50_000} | ${'lose'} | ${'kept'}    | ${'gold'}
`('C-27: $spent fen where too little is "$tooLittle": $comes', ({ spent, tooLittle, comes, tier }) => {
  const rules = program({ tooLittle })
  const before = spent === 0 ? gold(rules) : paid(gold(rules), '2026-05-05', spent, rules)
  expect(types(settleTime({ account: before, joinedOn }, day('2026-06-30'), rules))).toEqual([])
  const entries = settleTime({ account: before, joinedOn }, day('2026-07-01'), rules)
  expect(types(entries)).toEqual([comes])
  expect(entries[0]).toMatchObject({ on: '2026-07-01', spent, minSpend: 50_000 })
  expect(postAll(before, entries).tier).toBe(tier)
})

test('C-27: who was warned and spends too little again loses one; who spends enough is warned anew the next time', () => {
  const rules = program()
  const warned = by(paid(gold(rules), '2026-05-05', 1, rules), '2026-07-01', rules)
  expect(warned.keep).toMatchObject({ from: '2026-07-01', until: '2026-09-30', spend: 0, warned: true })
  expect(by(paid(warned, '2026-08-01', 49_999, rules), '2026-10-01', rules).tier).toBe('silver')
  const kept = by(paid(warned, '2026-08-01', 50_000, rules), '2026-10-01', rules)
  expect(kept.keep).toMatchObject({ warned: false })
  expect(by(paid(kept, '2026-10-02', 1, rules), '2027-01-01', rules)).toMatchObject({ tier: 'gold' })
})

test('DOWN-01: one at a time, however long nobody looks; everybody’s tier is never lost', () => {
  const rules = program()
  const diamond = paid(silver(rules), '2026-02-20', 500_000, rules)
  expect(by(diamond, '2026-07-01', rules).tier).toBe('gold')
  expect(by(diamond, '2026-09-30', rules).tier).toBe('gold')
  expect(by(diamond, '2026-10-01', rules)).toMatchObject({ tier: 'silver', keep: null })
  expect(by(diamond, '2036-10-01', rules)).toMatchObject({ tier: 'silver', keep: null })
})

test('C-28, DOWN-03: what lifted him once does not lift him back: it begins again on the day he lost it', () => {
  const rules = program()
  const lost = by(gold(rules), '2026-07-01', rules)
  expect(lost.growth).toMatchObject({ since: '2026-07-01', spend: 0 })
  expect(paid(lost, '2026-07-01', 99_999, rules).tier).toBe('silver')
  expect(paid(lost, '2026-07-01', 100_000, rules).tier).toBe('gold')
  // Told late, of a day that has been judged.
  const late = {
    id: 'late',
    branch: { id: 'a' as never, name: '店' },
    amount: fen(100_000),
    day: day('2026-06-30'),
  }
  const { entries } = settleBill(lost, late, { birthday: null, joinedOn: day('2026-01-01') }, rules)
  expect(postAll(lost, entries).tier).toBe('silver')
})

test.each([
  ['2026-06-30', '2026-06-30', '2026-07-01', '2026-09-30'],
  ['2026-06-30', '2026-07-02', '2026-07-03', '2026-12-31'],
  ['2025-12-01', '2026-07-02', '2026-07-03', '2026-12-31'],
  ['2026-07-03', '2026-07-02', '2026-07-04', '2026-12-31'],
])(
  'DOWN-02: gold by a bill of %s told on %s must be kept from %s to %s, and nobody is judged at once',
  (paidOn, toldOn, from, until) => {
    const rules = program()
    const guest = { birthday: null, joinedOn: day('2025-01-01') }
    const bill = { id: 'late', branch: { id: 'a' as never, name: '店' }, amount: fen(100_000) }
    const days = { day: day(paidOn), told: day(toldOn) }
    const { entries } = settleBill(silver(rules), { ...bill, ...days }, guest, rules)
    const gold = postAll(silver(rules), entries)
    expect(gold.keep).toEqual({ from, until, spend: 0, warned: false })
    expect(types(settleTime({ account: gold, joinedOn }, day(toldOn), rules))).toEqual([])
  },
)

test('DOWN-02, CAP-02: points of a bill told late that come on a day that is over lift him, and he must keep it from the day after it was told', () => {
  const [silverTier, goldTier] = recommended.tiers
  if (silverTier === undefined || goldTier === undefined) throw new Error('there are two tiers')
  const rules = program(
    {},
    {
      tiers: [silverTier, { ...goldTier, reach: { ...noRoute, points: points(150) }, gift: null }],
      caps: { ...recommended.caps, spend: { points: points(100), over: 'later' } },
      earn: { ...recommended.earn, firstOrder: null, campaigns: [] },
    },
  )
  const between = paid(silver(rules), '2026-02-24', 1_000, rules)
  const late = { id: 'late', branch: { id: 'a' as never, name: '店' }, amount: fen(20_000) }
  const days = { day: day('2026-02-20'), told: day('2026-02-25') }
  const { entries } = settleBill(between, { ...late, ...days }, { birthday: null, joinedOn }, rules)
  const lifted = by(postAll(between, entries), '2026-02-25', rules)
  expect([tierOf(lifted, rules).id, lifted.tierSince]).toEqual(['gold', '2026-02-21'])
  expect(lifted.keep).toMatchObject({ from: '2026-02-26', spend: 0 })
  expect(paid(lifted, '2026-02-26', 3_000, rules).keep).toMatchObject({ spend: 3_000 })
})

test('DOWN-01: whoever looks, and when, a programme that begins to ask asks from the same day on', () => {
  const [silent, asking] = [program({}, { keep: null }), program({}, { validFrom: day('2026-05-10') })]
  const rulesOn = (on: BusinessDay) => (on < asking.validFrom ? silent : asking)
  for (const since of ['2026-02-20', '2026-05-09']) {
    const start = gold(silent, since)
    let daily = start
    for (let on = day('2026-05-09'); on <= '2027-05-09'; on = addDays(on, 1)) {
      const due = settleTime({ account: daily, joinedOn }, on, rulesOn(on))
      if (due.length > 0) expect(nextDueOf({ account: daily, joinedOn }, rulesOn(on)) <= on).toBe(true)
      daily = postAll(daily, due)
      expect(nextDueOf({ account: daily, joinedOn }, rulesOn(on)) > on).toBe(true)
    }
    const once = by(start, '2027-05-09', asking)
    expect(daily.tier).toBe('silver')
    expect({ ...daily, lapsed: [] }).toEqual({ ...once, lapsed: [] })
  }
})

test('LVL-11: the gift comes once ever, for each tier on the way', () => {
  const rules = program()
  const given = (account: Account) => account.lots.reduce((sum, { left }) => sum + left, 0)
  const diamond = paid({ ...silver(rules), lots: [] }, '2026-02-20', 500_000, {
    ...rules,
    caps: { ...rules.caps, spend: null },
  })
  // 100 for the first order, 100 and 300 for the tiers.
  expect(given(diamond)).toBe(5_000 + 100 + 100 + 300)
  const again = paid(by(diamond, '2026-10-01', rules), '2026-10-02', 500_000, rules)
  expect(again).toMatchObject({ tier: 'diamond', reached: ['silver', 'gold', 'diamond'] })
  const tierGifts = settleBill(
    by(diamond, '2026-10-01', rules),
    { id: 'x', branch: { id: 'a' as never, name: '店' }, amount: fen(500_000), day: day('2026-10-02') },
    { birthday: null, joinedOn: day('2026-01-01') },
    rules,
  ).entries
  expect(tierGifts.filter(({ type }) => type === 'PointsGranted')).toEqual([])
})

test('DOWN-02: the review is put off by one period, once in a calendar year', () => {
  const rules = program()
  const account = gold(rules)
  const paused = pauseReview(account, day('2026-06-30'), rules)
  if (!paused.ok) throw new Error(paused.refusal)
  const after = postAll(account, paused.value)
  expect(after.keep).toMatchObject({ from: '2026-02-21', until: '2026-09-30' })
  expect(by(after, '2026-09-30', rules).tier).toBe('gold')
  expect(by(after, '2026-10-01', rules).tier).toBe('silver')
  expect(pauseReview(after, day('2026-12-31'), rules)).toEqual({ ok: false, refusal: 'PAUSE_USED' })
  expect(pauseReview(after, day('2027-01-01'), rules).ok).toBe(true)
  expect(pauseReview(silver(rules), day('2026-06-30'), rules)).toEqual({
    ok: false,
    refusal: 'NOTHING_TO_KEEP',
  })
  const none = program({ pauses: false })
  expect(pauseReview(account, day('2026-06-30'), none)).toEqual({ ok: false, refusal: 'PAUSE_NOT_OFFERED' })
})

test('a programme that begins to ask asks from its first day on, and one that stops lets everybody keep what he has', () => {
  const free = { ...recommended, keep: null }
  const rules = program({}, { validFrom: day('2026-05-15') })
  const account = gold(free)
  expect(account.keep).toBeNull()
  expect(by(account, '2026-05-20', rules).keep).toMatchObject({ from: '2026-05-15', until: '2026-09-30' })
  const stopped = by(gold(program()), '2026-07-01', free)
  expect(stopped).toMatchObject({ tier: 'gold', keep: null })
})

test('a tier that the programme no longer knows breaks nothing', () => {
  const rules = program({}, { tiers: recommended.tiers.filter(({ id }) => id !== 'gold') })
  const account = by(gold(program()), '2027-01-01', rules)
  expect(tierOf(account, rules).id).toBe('silver')
  expect(account.keep).toBeNull()
})

const selling: Program = { ...program(), tierSales: [{ tier: 'gold', points: points(100), days: 30 }] }

test('C-21, RED-23: a tier costs its points, soonest to expire first, and ends on its day', () => {
  const account = silver(selling)
  const bought = buyTier(account, 'gold', day('2026-03-01'), selling)
  if (!bought.ok) throw new Error(bought.refusal)
  const after = postAll(account, bought.value)
  expect(after).toMatchObject({ lots: [], tier: 'silver', bought: { tier: 'gold', until: '2026-03-30' } })
  expect(tierOf(by(after, '2026-03-30', selling), selling).id).toBe('gold')
  const over = by(after, '2026-03-31', selling)
  expect(tierOf(over, selling).id).toBe('silver')
  expect(over).toMatchObject({ bought: null, reached: ['silver'], keep: null })
})

test('I9, I12: looked at every day or once, a tier is the same, and the account says when it is due', () => {
  const amounts = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 200 }), fen: fc.integer({ min: 1, max: 200_000 }) }),
    { maxLength: 6 },
  )
  const rule = fc.record({
    period: fc.oneof(
      fc.constant({ kind: 'quarter' as const }),
      fc.integer({ min: 30, max: 120 }).map((days) => ({ kind: 'days' as const, days })),
    ),
    tooLittle: fc.constantFrom('keep' as const, 'warn' as const, 'lose' as const),
  })
  fc.assert(
    fc.property(amounts, rule, (bills, over) => {
      const rules = program(over)
      let seldom = silver(rules)
      let daily = seldom
      let on = day('2026-01-01')
      for (const { after, fen: amount } of [...bills, { after: 700, fen: 1 }]) {
        const next = addDays(on, after)
        for (; on < next; on = addDays(on, 1)) {
          const due = settleTime({ account: daily, joinedOn }, on, rules)
          if (due.length > 0) expect(nextDueOf({ account: daily, joinedOn }, rules) <= on).toBe(true)
          daily = postAll(daily, due)
          expect(nextDueOf({ account: daily, joinedOn }, rules) > on).toBe(true)
        }
        daily = paid(daily, on, amount, rules)
        seldom = paid(seldom, on, amount, rules)
      }
      expect({ ...daily, lapsed: [] }).toEqual({ ...seldom, lapsed: [] })
    }),
    { numRuns: 30 },
  )
})
