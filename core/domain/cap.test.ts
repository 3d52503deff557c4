import fc from 'fast-check'
import type { BranchId, BusinessDay, Caps, Entry, OverCap, PointsSource, Program } from '../contract'
import { type Account, balanceOf, openAccount, postAll } from './account'
import { fen, points } from './amounts'
import { addDays } from './calendar'
import { underCap } from './cap'
import { usedOf } from './count-towards-caps'
import { takeSteps } from './earning/take-steps'
import { type Grant, grant } from './grant'
import { plain } from './presets/plain'
import { recommended } from './presets/recommended'
import { settleBill } from './settle-bill'
import { settleTime } from './settle-time'

const day = (text: string) => text as BusinessDay
const TODAY = day('2026-11-21')
const joinedOn = day('2025-01-01')
const GUEST = { birthday: null, joinedOn }
const branch = { id: 'jingan' as BranchId, name: '静安店' }

const capped = (caps: Partial<Caps>): Program => ({ ...plain, caps: { ...plain.caps, ...caps } })
const spend = (cap: number, over: OverCap) => capped({ spend: { points: points(cap), over } })

const bill = (account: Account, yuan: number, program: Program, on = TODAY) =>
  settleBill(account, { id: `b${yuan}`, branch, amount: fen(yuan * 100), day: on }, GUEST, program)

/** What waits, as `points until reason`. */
const waits = (entries: readonly Entry[]) =>
  entries.flatMap((entry) =>
    entry.type === 'PointsPending' ? [`${entry.points} ${entry.until ?? '–'} ${entry.reason}`] : [],
  )

test.each`
  before | yuan    | over        | credited | waiting
  ${800} | ${199}  | ${'review'} | ${199}   | ${[]}
  ${800} | ${200}  | ${'review'} | ${200}   | ${[]}
  ${800} | ${201}  | ${'review'} | ${200}   | ${['1 – review']}
  ${800} | ${500}  | ${'drop'}   | ${200}   | ${[]}
  ${800} | ${500}  | ${'later'}  | ${200}   | ${['300 2026-11-22 dailyCap']}
  ${800} | ${1200} | ${'later'}  | ${200}   | ${['1000 2026-11-22 dailyCap']}
  ${800} | ${1201} | ${'later'}  | ${200}   | ${['1000 2026-11-22 dailyCap', '1 2026-11-23 dailyCap']}
  ${0}   | ${1000} | ${'drop'}   | ${1000}  | ${[]}
  ${0}   | ${1001} | ${'drop'}   | ${1000}  | ${[]}
`(
  'CAP-01: cap 1 000, $before earned today, a bill of $yuan yuan, $over: $credited come and $waiting',
  ({ before, yuan, over, credited, waiting }) => {
    const program = spend(1000, over)
    const account = postAll(openAccount(), before === 0 ? [] : bill(openAccount(), before, program).entries)
    const { settled, entries } = bill(account, yuan, program)
    expect(settled.earned).toBe(credited)
    expect(waits(entries)).toEqual(waiting)
    expect(balanceOf(postAll(account, entries))).toBe(before + credited)
  },
)

test('CAP-01: what finds no room in a week waits for a person', () => {
  const { entries } = bill(openAccount(), 1000, spend(100, 'later'))
  const week = [22, 23, 24, 25, 26, 27, 28].map((date) => `100 2026-11-${date} dailyCap`)
  expect(waits(entries)).toEqual([...week, '200 – review'])
})

test('CAP-01: the excess of two days shares the room of the days after', () => {
  const program = spend(100, 'later')
  const first = postAll(openAccount(), bill(openAccount(), 150, program).entries)
  const account = postAll(first, settleTime({ account: first, joinedOn }, day('2026-11-22'), program))
  const { settled, entries } = bill(account, 120, program, day('2026-11-22'))
  expect(settled.earned).toBe(50)
  expect(waits(entries)).toEqual(['70 2026-11-23 dailyCap'])
})

test('C-10: a banquet of 1 000 yuan twice is within what is recommended; beyond it nothing is lost', () => {
  const banquet = (yuan: number, on: BusinessDay) => bill(openAccount(), yuan, recommended, on).settled
  const plainDay = day('2026-11-21')
  expect(banquet(1900, plainDay).earned).toBe(2000)
  const { settled, entries } = bill(openAccount(), 1901, recommended, plainDay)
  expect([settled.earned, waits(entries)]).toEqual([2000, ['1 – review']])
})

test('UX-06: the step of the cap says the cap, what was left and what of it is to come, and is worked out again', () => {
  const { settled } = bill(openAccount(), 1500, spend(1000, 'review'))
  const step = { rule: 'dailyCap', cap: 1000, left: 1000, excess: 500, over: 'review', points: 1000 }
  expect(settled.steps.at(-1)).toEqual(step)
  expect(takeSteps(settled.steps)).toEqual({ earned: settled.earned, steps: settled.steps })
})

test.each<[string, Partial<Grant>, keyof Caps]>([
  ['a check-in', { source: 'checkIn' }, 'engage'],
  ['a task of new members', { source: 'newMemberTask' }, 'engage'],
  ['a referral', { source: 'referral' }, 'referral'],
  ['the gift of a tier', { source: 'tierGift' }, 'grant'],
])('CAP-01: %s falls under the cap of its group and under no other', (_what, about, group) => {
  const gift: Grant = { source: 'checkIn', about: '签到', points: points(60), ...about }
  const caps = { [group]: { points: points(50), over: 'drop' as const } }
  const granted = grant(openAccount(), gift, TODAY, capped(caps))
  expect(granted).toMatchObject([{ type: 'PointsGranted', earned: 50, dropped: 10 }])
  const others: Partial<Caps> = { spend: null, engage: null, referral: null, grant: null }
  for (const other of Object.keys(others) as (keyof Caps)[])
    if (other !== group) others[other] = { points: points(1), over: 'drop' }
  expect(grant(openAccount(), gift, TODAY, capped(others))).toMatchObject([{ earned: 60, dropped: 0 }])
})

test.each([
  ['at a branch', { branch: branch.id }, branch.id],
  ['nowhere', {}, null],
])(
  'CAP-02: what is given %s and is beyond the cap waits for who looks at it there',
  (_where, at, waitsAt) => {
    const gift = { source: 'tierGift' as const, about: '金卡会员', points: points(60), ...at }
    const program = capped({ grant: { points: points(50), over: 'review' } })
    expect(grant(openAccount(), gift, TODAY, program)).toMatchObject([
      { type: 'PointsGranted', earned: 50 },
      {
        type: 'PointsPending',
        source: 'tierGift',
        about: '金卡会员',
        branch: waitsAt,
        bill: null,
        points: 10,
      },
    ])
  },
)

test('CAP-01: what a person gives is under no cap: he has limits of his own', () => {
  const all = { points: points(1), over: 'drop' as const }
  const program = capped({ spend: all, engage: all, referral: all, grant: all })
  const gift = { source: 'adjustment' as const, about: '补录', points: points(500) }
  expect(grant(openAccount(), gift, TODAY, program)).toMatchObject([{ earned: 500, dropped: 0 }])
})

test('a gift that finds no room at all is told of: as a line of 0 where it is dropped, as one that waits otherwise', () => {
  const gift = { source: 'checkIn' as const, about: '签到', points: points(5) }
  const full = (over: OverCap) => {
    const program = capped({ engage: { points: points(5), over } })
    return grant(postAll(openAccount(), grant(openAccount(), gift, TODAY, program)), gift, TODAY, program)
  }
  expect(full('drop')).toMatchObject([{ type: 'PointsGranted', earned: 0, dropped: 5 }])
  expect(full('review')).toMatchObject([{ type: 'PointsPending', points: 5, reason: 'review' }])
})

test('CAP-01: a bill told late counts on the day it was paid, as far as a week back', () => {
  const program = spend(100, 'drop')
  const paid = (on: string, account: Account) => bill(account, 80, program, day(on))
  const first = postAll(openAccount(), paid('2026-11-14', openAccount()).entries)
  const today = postAll(first, paid('2026-11-21', first).entries)
  expect(paid('2026-11-14', today).settled.earned).toBe(20)
  const tomorrow = postAll(today, paid('2026-11-22', today).entries)
  expect(usedOf(tomorrow, 'spend', day('2026-11-14'))).toBe(0)
  expect(usedOf(tomorrow, 'spend', day('2026-11-21'))).toBe(80)
})

test('I11: a day whose cap was lowered since has no room, and takes nothing back', () => {
  const account = postAll(openAccount(), bill(openAccount(), 80, spend(100, 'drop')).entries)
  const share = underCap(account, 'bill', points(10), TODAY, spend(50, 'drop'))
  expect(share).toMatchObject({ credited: 0, over: { left: 0, excess: 10 } })
})

const step = fc.record({
  source: fc.constantFrom<PointsSource>('bill', 'checkIn', 'referral', 'tierGift'),
  size: fc.integer({ min: 0, max: 400 }),
  wait: fc.integer({ min: 0, max: 3 }),
  late: fc.integer({ min: 0, max: 2 }),
})
const cap = fc.option(
  fc.record({
    points: fc.integer({ min: 1, max: 150 }).map(points),
    over: fc.constantFrom<OverCap>('drop', 'later', 'review'),
  }),
)

test('I11: credited, waiting and dropped are what was earned, and no day has more than its cap', () => {
  fc.assert(
    fc.property(
      fc.record({ spend: cap, engage: cap, referral: cap, grant: cap }),
      fc.array(step, { maxLength: 40 }),
      (caps, steps) => {
        const program = capped(caps)
        let [account, today, earned, dropped] = [openAccount(), TODAY, 0, 0]
        const byDay = new Map<string, number>()
        const apply = (entries: readonly Entry[]) => {
          for (const entry of entries) {
            if (entry.type === 'PointsGranted') dropped += entry.dropped
            if (entry.type === 'BillSettled')
              for (const one of entry.steps)
                if (one.rule === 'dailyCap' && one.over === 'drop') dropped += one.excess
            if ('earned' in entry) {
              const source = entry.type === 'BillSettled' ? 'bill' : 'source' in entry ? entry.source : ''
              const name = `${source} ${entry.on}`
              byDay.set(name, (byDay.get(name) ?? 0) + entry.earned)
            }
          }
          account = postAll(account, entries)
        }
        for (const { source, size, wait, late } of steps) {
          today = addDays(today, wait)
          apply(settleTime({ account, joinedOn }, today, program))
          earned += size
          if (source === 'bill') apply(bill(account, size, program, addDays(today, -late)).entries)
          else apply(grant(account, { source, about: '', points: points(size) }, today, program))
        }
        const waiting = account.pending.reduce((sum, one) => sum + one.points, 0)
        expect(balanceOf(account) + waiting + dropped).toBe(earned)
        const caps_ = {
          bill: caps.spend,
          checkIn: caps.engage,
          referral: caps.referral,
          tierGift: caps.grant,
        }
        for (const [name, came] of byDay) {
          const most = caps_[name.split(' ')[0] as keyof typeof caps_]?.points ?? Number.POSITIVE_INFINITY
          expect(came).toBeLessThanOrEqual(most)
        }
      },
    ),
  )
})
