import type { LedgerLine } from '../../contract'
import { type Finding, finding } from '../../domain/audit/finding'
import { ABANDONED_MS } from '../../domain/audit/thresholds'
import { type BillClaim, billId } from '../bill-claim'
import { type Kept, readOne } from '../database'
import { findOperation } from '../operation'
import type { AuditedMember } from './audited-member'
import type { Check } from './check'

/** A bill that was accepted is in the ledger, a bill in the ledger owns its number. I5. */
export const checkBills: Check = async (audited, kept) => {
  const { lines, bills, reading } = audited
  const keys = new Set(lines.map(({ key }) => key))
  const closedAt = reading.correction === null ? 0 : Date.parse(reading.correction.at)
  const suspects = bills.filter(
    ({ key, at }) => !keys.has(key) && at > closedAt && kept.now.getTime() - at > ABANDONED_MS,
  )
  const claimed = new Map(bills.map(({ _id, key }) => [_id, key]))
  const unowned = lines.filter((line) => {
    const number = numberOf(line)
    return number !== null && claimed.get(number) !== line.key
  })
  const unfinished = await Promise.all(suspects.map((bill) => judgeBill(kept, audited, bill)))
  const taken = await Promise.all(unowned.map((line) => judgeNumber(kept, line)))
  return [...unfinished, ...taken].flat()
}

/** A bill without a till's number is named by the key of its command, and claims nothing. */
const numberOf = ({ entry, key }: LedgerLine): string | null =>
  entry.type === 'BillSettled' && entry.bill !== key ? billId(entry.branch, entry.bill) : null

/** A refused command leaves its number free, which is as it should be. */
async function judgeBill(kept: Kept, { member }: AuditedMember, bill: BillClaim): Promise<Finding[]> {
  const operation = await findOperation(kept.db, bill.key, member._id)
  if (operation?.reply.ok === false) return []
  const kind = operation === null ? 'BILL_UNFINISHED' : 'BILL_WITHOUT_ENTRY'
  return [finding(kind, member._id, bill._id, { subject: bill._id })]
}

async function judgeNumber({ db }: Kept, line: LedgerLine): Promise<Finding[]> {
  const number = numberOf(line) ?? ''
  const owner = await readOne<BillClaim>(db, 'bills', number)
  if (owner?.key === line.key) return []
  const kind = owner === null ? 'CLAIM_LOST' : 'BILL_TWICE'
  return [finding(kind, line.member, `${line.member}.${number}`, { subject: number })]
}
