import type { EntryKind, LedgerLine, MemberId } from '../contract'
import { type Database, readMany } from './database'
import { type Member, waitingIn } from './member'

export interface LedgerFilter {
  kind?: EntryKind | undefined
  month?: string | undefined
  /** Only lines numbered below this one. */
  before?: number | undefined
}

/**
 * A page of ledger lines, newest first, by index. The answer still wants the member, read beside it: his
 * latest lines, and those in his outbox, may not have reached their collection yet, and lines written since
 * he was read are left out, because those between them may be missing. I14.
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
  return ({ latest, outbox, seq: newest }: Pick<Member, 'latest' | 'outbox' | 'seq'>): LedgerLine[] => {
    const known = new Map(
      [...waitingIn<LedgerLine>(outbox, 'entries'), ...latest].map((line) => [line.seq, line]),
    )
    const wanted = [...known.values()].filter(
      (line) =>
        (kind === undefined || line.kind === kind) &&
        (month === undefined || line.month === month) &&
        (before === undefined || line.seq < before),
    )
    const older = kept.filter(({ seq }) => seq <= newest && !wanted.some((line) => line.seq === seq))
    return [...wanted, ...older].sort((a, b) => b.seq - a.seq).slice(0, most)
  }
}
