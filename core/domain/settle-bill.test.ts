import type { BranchId, BusinessDay, Program } from '../contract'
import { type Account, openAccount } from './account'
import { fen, points } from './amounts'
import { plain } from './presets/plain'
import { type Bill, settleBill } from './settle-bill'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-21')
const branch = { id: 'jingan' as BranchId, name: '静安店' }
const guest = (birthday: string | null) => ({ birthday, joinedOn: day('2026-01-01') })
const [silver] = plain.tiers
if (silver === undefined) throw new Error('there is a tier')

const settle = (account: Account, bill: Partial<Bill>, program: Program, birthday: string | null = null) => {
  const whole: Bill = { id: '7', branch, amount: fen(10_000), day: TODAY, ...bill }
  return settleBill(account, whole, guest(birthday), program)
}

test.each([
  ['his first', null, 1],
  ['the first of November', { month: '2026-10', bills: 9 }, 1],
  ['after one that was wholly taken back', { month: '2026-11', bills: 0 }, 1],
  ['after two of November', { month: '2026-11', bills: 2 }, 3],
  ['told when December has begun', { month: '2026-12', bills: 1 }, null],
])('EARN-17: a bill of November is numbered within its month: %s', (_when, monthly, nth) => {
  const earn = { ...plain.earn, nthOfMonth: { orders: [1, 2, 3, 4], bp: 20_000 } }
  const { settled } = settle({ ...openAccount(), monthly }, {}, { ...plain, earn })
  const numbers = settled.steps.flatMap((step) => (step.rule === 'nthOfMonth' ? [step.nth] : []))
  expect([numbers, settled.earned]).toEqual(nth === null ? [[], 100] : [[nth], 200])
})

const giving: Program = { ...plain, tiers: [{ ...silver, birthdayGift: points(66) }] }

test.each<[string, string | null, string | null, number, number]>([
  ['in the month of birth', '11-01', null, 1, 66],
  ['in the month of birth, and the year before he had it', '11-30', '2025', 1, 66],
  ['in the month of birth, and he has had it', '11-30', '2026', 1, 0],
  ['in the month of birth, told when he has had that of the next year', '11-30', '2027', 1, 0],
  ['of nothing in the month of birth', '11-01', null, 0, 0],
  ['in another month', '12-01', null, 1, 0],
  ['of who told no birthday', null, null, 1, 0],
])(
  'BDAY-04: a bill %s brings the gift of the tier once a year',
  (_when, birthday, birthdayIn, amount, gift) => {
    const { entries } = settle({ ...openAccount(), birthdayIn }, { amount: fen(amount) }, giving, birthday)
    const given = entries.flatMap((entry) =>
      entry.type === 'PointsGranted' ? [[entry.source, entry.about, entry.earned]] : [],
    )
    expect(given).toEqual(gift === 0 ? [] : [['birthdayGift', '银卡会员', gift]])
  },
)

const tenOff: Program = { ...plain, tiers: [{ ...silver, payBp: 9_000 }], discountAt: 'desk' }

test.each<[string, Program, boolean | undefined, number, object | undefined]>([
  ['at a desk, at a discount', tenOff, true, 9_000, { tierName: '银卡会员', payBp: 9_000, listed: 10_000 }],
  ['at a desk, by a tier that takes nothing off', { ...plain, discountAt: 'desk' }, true, 10_000, undefined],
  ['by a till, which took it off already', tenOff, undefined, 10_000, undefined],
  [
    'at a desk of a house whose till takes it off',
    { ...tenOff, discountAt: 'till' },
    true,
    10_000,
    undefined,
  ],
])(
  'C-51, EARN-23: of a bill of 100 yuan settled %s points come of what is paid',
  (_where, program, atDesk, amount, discount) => {
    const { settled } = settle(openAccount(), { atDesk }, program)
    expect([settled.amount, settled.earned, settled.discount]).toEqual([amount, amount / 100, discount])
  },
)

test.each([
  ['on its day', undefined, undefined],
  ['by a till, on its day', TODAY, undefined],
  ['by a till, a day later', day('2026-11-22'), '2026-11-22'],
])(
  'CAP-02, DOWN-02: what waits of a bill told %s says of which bill, and if it was late',
  (_when, told, late) => {
    const caps = { ...plain.caps, spend: { points: points(60), over: 'review' as const } }
    const bill = { amount: fen(10_050), ...(told === undefined ? {} : { told }) }
    const { entries } = settle(openAccount(), bill, { ...plain, caps })
    const [, waits] = entries
    expect(waits).toMatchObject({ type: 'PointsPending', points: 40, on: TODAY, source: 'bill' })
    expect(waits).toMatchObject({ about: '消费 100.50 元', branch: 'jingan', bill: 'jingan.7' })
    expect(waits?.type === 'PointsPending' && waits.told).toBe(late)
  },
)
