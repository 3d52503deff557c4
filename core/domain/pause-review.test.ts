import type { BusinessDay, Program } from '../contract'
import { type Account, openAccount, postAll } from './account'
import { fen } from './amounts'
import { pauseReview } from './pause-review'
import { recommended } from './presets/recommended'

const day = (text: string) => text as BusinessDay
const asked: NonNullable<Program['keep']> = {
  period: { kind: 'quarter' },
  minSpend: fen(50_000),
  tooLittle: 'warn',
  pauses: true,
}
const program: Program = { ...recommended, keep: asked }
const keep = { from: day('2026-07-01'), until: day('2026-09-30'), spend: 1_200, warned: true }
const gold: Account = { ...openAccount(), tier: 'gold', tierSince: day('2026-03-01'), keep }

const pause = (over: Partial<Account>, on: string, rules = program) =>
  pauseReview({ ...gold, ...over }, day(on), rules)

test.each([
  [asked.period, '2026-12-31'],
  [{ kind: 'days', days: 90 } as const, '2026-12-29'],
])(
  'DOWN-02: a pause puts the last day off by one period, %j: to %s, and says of which tier',
  (period, until) => {
    const paused = pause({}, '2026-08-15', { ...program, keep: { ...asked, period } })
    const entry = {
      type: 'ReviewPaused',
      on: '2026-08-15',
      tier: 'gold',
      tierName: '金卡会员',
      until,
      program: program.version,
    }
    expect(paused).toEqual({ ok: true, value: [entry] })
  },
)

test('DOWN-02: what he has spent counts on, a warning stands, and the year is used', () => {
  const paused = pause({}, '2026-08-15')
  if (!paused.ok) throw new Error(paused.refusal)
  const after = postAll(gold, paused.value)
  expect(after).toEqual({ ...gold, keep: { ...keep, until: '2026-12-31' }, pausedIn: '2026' })
})

test('C-21: it is the tier he earned whose review is put off, not the one he bought', () => {
  const bought = { tier: 'diamond', until: day('2026-12-31') }
  expect(pause({ bought }, '2026-08-15')).toMatchObject({ value: [{ tier: 'gold' }] })
})

test.each([
  ['2025', '2026-01-01', null],
  ['2026', '2026-12-31', 'PAUSE_USED'],
  ['2026', '2027-01-01', null],
  [null, '2026-12-31', null],
])('DOWN-02: paused in %s, a pause on %s is refused: %s', (pausedIn, on, refusal) => {
  const paused = pause({ pausedIn }, on)
  expect(paused.ok ? null : paused.refusal).toBe(refusal)
})

test.each([
  ['the programme asks nothing', { keep: null }, null, 'PAUSE_NOT_OFFERED'],
  ['the programme offers none', { keep: null }, { ...asked, pauses: false }, 'PAUSE_NOT_OFFERED'],
  ['nothing is asked of him', { keep: null, pausedIn: '2026' }, asked, 'NOTHING_TO_KEEP'],
])('DOWN-02: where %s, whatever else is the matter, it is refused so', (_where, over, rules, refusal) => {
  expect(pause(over, '2026-08-15', { ...program, keep: rules })).toEqual({ ok: false, refusal })
})
