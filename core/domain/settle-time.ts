import type { BusinessDay, Entry, Program } from '../contract'
import { type Account, post } from './account'
import { turnExemption } from './exemption'
import { release } from './release'

/**
 * What time has done by `today`, in the order it was done: points that waited for a day that has come
 * can be used, and lots whose last day is over are gone, but for a loyal member's, which stand still.
 * The same whether it is looked at every day or once in a year. I9, C-14.
 */
export function settleTime(account: Account, today: BusinessDay, program: Program): Entry[] {
  const entries = releaseDue(account, today, program)
  const then = (more: Entry[]) => entries.push(...more)
  const now = () => entries.reduce(post, account)
  const since = turnedOn(entries, program)
  const turned = turnExemption(now(), since, program)
  // What was over before they began to stand still is gone.
  if (turned.some(({ type }) => type === 'ExpiryFrozen')) then(expireDue(now(), since, today))
  then(turned)
  then(expireDue(now(), today, today))
  return entries
}

/** Each lives from the day it was due, whenever anybody looks. CAP-02. */
function releaseDue(account: Account, today: BusinessDay, program: Program): Entry[] {
  const entries: Entry[] = []
  let running = account
  for (const waiting of account.pending) {
    if (waiting.until === null || waiting.until > today) continue
    const entry = release(running, waiting, waiting.until, program)
    running = post(running, entry)
    entries.push(entry)
  }
  return entries
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

/**
 * Every command turns what its own change of tier turns. What is left is turned by a programme, on its
 * first day, or by a tier that time has changed.
 */
const turnedOn = (entries: readonly Entry[], { validFrom }: Program): BusinessDay =>
  entries.findLast(({ type }) => type === 'TierChanged')?.on ?? validFrom
