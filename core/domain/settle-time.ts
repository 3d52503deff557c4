import type { BusinessDay, Entry, Program } from '../contract'
import { type Account, post } from './account'
import { release } from './release'

/**
 * What time has done by `today`, in the order it was done: points that waited for a day that has come
 * can be used, and lots whose last day is over are gone. The same whether it is looked at every day or
 * once in a year. I9.
 */
export function settleTime(account: Account, today: BusinessDay, program: Program): Entry[] {
  const released = releaseDue(account, today, program)
  return [...released, ...expireDue(released.reduce(post, account), today)]
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
function expireDue(account: Account, today: BusinessDay): Entry[] {
  const drawn = account.lots
    .filter((lot) => lot.expiresOn < today)
    .map((lot) => ({ lot: lot.expiresOn, points: lot.left }))
  return drawn.length === 0 ? [] : [{ type: 'PointsExpired', on: today, drawn }]
}
