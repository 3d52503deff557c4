import type { MemberId } from '../contract'
import { instantOf } from '../domain/calendar'
import type { Database } from './database'
import { type FoundBill, findBill } from './find-bill'
import { readLedger } from './ledger'
import type { Member } from './member'
import { atOf, readTrail } from './trail'

/** A bill and the moment it was settled. */
export interface RecentBill extends FoundBill {
  at: string
}

/** A member's latest bills, newest first, by his ledger. */
export async function recentBillsOf(db: Database, member: Member, most: number): Promise<RecentBill[]> {
  const lines = (await readLedger(db, member._id, { kind: 'earn' }, most))(member)
  return lines.flatMap(({ entry, key, at, member: owner }) =>
    entry.type === 'BillSettled' ? [{ key, member: owner, settled: entry, at }] : [],
  )
}

/** What was settled at a branch's desk lately, newest first, by the trail. */
export async function recentBillsAt(db: Database, branch: string, most: number): Promise<RecentBill[]> {
  const actions = await readTrail(db, { branch, procedure: 'cashier.settleBill' }, most)
  const done = actions.flatMap((action) =>
    action.outcome === 'ok' && action.key !== null ? [{ key: action.key, at: instantOf(atOf(action)) }] : [],
  )
  const found = await Promise.all(done.map(({ key }) => findBill(db, key)))
  return found.flatMap((bill, index) => (bill === null ? [] : [{ ...bill, at: done[index]?.at ?? '' }]))
}

export const membersOf = (bills: readonly FoundBill[]): MemberId[] => [
  ...new Set(bills.map(({ member }) => member)),
]
