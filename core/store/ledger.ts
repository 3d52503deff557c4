import type { EntryKind, LedgerLine, MemberId } from '../contract'
import { type Database, readMany } from './database'

export interface LedgerFilter {
  kind?: EntryKind | undefined
  month?: string | undefined
  /** Only lines numbered below this one. */
  before?: number | undefined
}

/**
 * A page of ledger lines, newest first, by index. The answer still wants the member's latest
 * lines, so that one that has not reached its collection yet is not missing from the page.
 */
export async function readLedger(db: Database, member: MemberId, filter: LedgerFilter, most: number) {
  const _ = db.command
  const { kind, month, before } = filter
  const where = {
    member: _.eq(member),
    ...(kind === undefined ? {} : { kind: _.eq(kind) }),
    ...(month === undefined ? {} : { month: _.eq(month) }),
    ...(before === undefined ? {} : { seq: _.lt(before) }),
  }
  const kept = await readMany<LedgerLine>(
    db.collection('entries').where(where).orderBy('seq', 'desc').limit(most),
  )
  return (latest: readonly LedgerLine[]): LedgerLine[] => {
    const missing = latest.filter(
      (line) =>
        (kind === undefined || line.kind === kind) &&
        (month === undefined || line.month === month) &&
        (before === undefined || line.seq < before) &&
        !kept.some(({ seq }) => seq === line.seq),
    )
    return [...missing, ...kept].sort((a, b) => b.seq - a.seq).slice(0, most)
  }
}
