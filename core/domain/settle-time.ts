import type { BusinessDay, Entry, Program } from '../contract'
import { type Account, post } from './account'
import { anniversaryDue } from './anniversary'
import { barDue } from './bar'
import { earliestOf, NEVER } from './calendar'
import { turnExemption } from './exemption'
import { release } from './release'
import { tierDue } from './tier-due'

/** Whom time changes. */
export interface Aging {
  account: Account
  joinedOn: BusinessDay
}

/**
 * What time has done by `today`, in the order it was done: a bar is over, tiers that were bought are over or were to be
 * kept, points that waited for a day that has come can be used, an anniversary of his joining brings some, a loyal
 * member's stand still from his day on, and lots whose last day is over are gone. The same whether it is looked at
 * every day or once in a year. I9, C-14, BDAY-05.
 */
export function settleTime({ account, joinedOn }: Aging, today: BusinessDay, program: Program): Entry[] {
  const entries: Entry[] = []
  let running = account
  const nextDue = () => nextOf({ account: running, joinedOn }, today, program)
  for (let next = nextDue(); next.length > 0; next = nextDue()) {
    running = next.reduce(post, running)
    entries.push(...next)
  }
  return [...entries, ...expireDue(running, today, today)]
}

/** What comes first of all that is due. A bar ends before a tier is judged, a tier is judged before its day begins, so before points that come on it. */
function nextOf({ account, joinedOn }: Aging, today: BusinessDay, program: Program): Entry[] {
  const due = [
    turnOn(account, program.validFrom, today, program),
    barDue(account, today, program),
    tierDue(account, today, program),
    nextReleased(account, today, program),
    anniversaryDue(account, joinedOn, today, program),
  ]
  const next = due.reduce((soonest, one) => (dayOf(one) < dayOf(soonest) ? one : soonest))
  const turned = next.findLast(({ type }) => type === 'TierChanged' || type === 'BarLifted')
  return turned === undefined
    ? next
    : [...next, ...turnOn(next.reduce(post, account), turned.on, today, program)]
}

/** The day of what is due; what is not, is never. */
const dayOf = (entries: readonly Entry[]): BusinessDay => entries.at(-1)?.on ?? NEVER

/** Points stand still from a day on, but for those that were over before it; or they expire again. C-14. */
function turnOn(account: Account, on: BusinessDay, today: BusinessDay, program: Program): Entry[] {
  const turned = turnExemption(account, on, program)
  const isFrozen = turned.some(({ type }) => type === 'ExpiryFrozen')
  return isFrozen ? [...expireDue(account, on, today), ...turned] : turned
}

/** What waited lives from the day it was due, whenever anybody looks. CAP-02. */
function nextReleased(account: Account, today: BusinessDay, program: Program): Entry[] {
  const on = earliestOf(account.pending.flatMap(({ until }) => until ?? []))
  const waiting = account.pending.find(({ until }) => until === on)
  return waiting === undefined || on > today ? [] : release(account, waiting, on, program)
}

/**
 * Points can be used through the day they expire and are gone the next: a lot of 31 March is whole
 * on 31 March. EXP-01, I9.
 */
function expireDue({ lots, frozen }: Account, before: BusinessDay, today: BusinessDay): Entry[] {
  if (frozen !== null) return []
  const drawn = lots
    .filter((lot) => lot.expiresOn < before)
    .map((lot) => ({ lot: lot.expiresOn, points: lot.left }))
  return drawn.length === 0 ? [] : [{ type: 'PointsExpired', on: today, drawn }]
}
