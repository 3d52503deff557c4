import * as z from 'zod'
import type { BillSettled, BranchId, MemberId } from '../contract'
import { BillSettled as BillEntry } from '../contract/entry'
import { MemberId as MemberNumber } from '../contract/primitives'
import { type BillClaim, billId } from './bill-claim'
import { type Database, readMany, readOne } from './database'
import type { Member } from './member'

/** A settled bill: what was written of it once and never changes. */
export interface FoundBill {
  /** The key of the command that settled it, which names it. */
  key: string
  member: MemberId
  settled: BillSettled
}

/** The operation of a settled bill, as it is kept. */
const BillOperation = z.object({
  member: MemberNumber,
  reply: z.object({ ok: z.literal(true), value: z.object({ settled: BillEntry }) }),
})

function read(key: string, operation: unknown): FoundBill | null {
  const { data } = BillOperation.safeParse(operation)
  return data === undefined ? null : { key, member: data.member, settled: data.reply.value.settled }
}

/** The bill a command settled; null when it settled none. Also while its operation waits in an outbox. */
export async function findBill(db: Database, key: string): Promise<FoundBill | null> {
  const standing = await readOne<object>(db, 'operations', key)
  if (standing !== null) return read(key, standing)
  const _ = db.command
  const owners = db.collection('members').where({ outboxSince: _.gt(0), 'outbox.document._id': _.eq(key) })
  const [owner] = await readMany<Pick<Member, 'outbox'>>(owners.field({ outbox: true }).limit(1))
  const isIt = ({ collection, document }: Member['outbox'][number]) =>
    collection === 'operations' && document._id === key
  return read(key, owner?.outbox.find(isIt)?.document ?? (await readOne(db, 'operations', key)))
}

/** The claim of a number, and its bill; a bill of a guest who is no member has no more than its claim. */
export async function findBillByNumber(
  db: Database,
  branch: BranchId,
  billNo: string,
): Promise<{ claim: BillClaim | null; found: FoundBill | null }> {
  const claim = await readOne<BillClaim>(db, 'bills', billId(branch, billNo))
  if (claim === null || claim.member === null) return { claim, found: null }
  return { claim, found: await findBill(db, claim.key) }
}
