import type { Entry } from '../contract'
import { points } from '../domain/amounts'
import { changesAlike, correctionFor, sideOf } from '../domain/audit/compare-account'
import { readLedger } from '../domain/audit/read-ledger'
import { type LineDocument, linesOf, withDamage } from './audit/audited-member'
import { readAccount, sideOfKept } from './audit/parse'
import type { Member } from './member'
import type { KeptCorrection } from './proposals'

/** Worked out anew from what is there now: he may have dined since. Null when it would do something else. */
export function correct(
  member: Member,
  documents: readonly LineDocument[],
  proposal: KeptCorrection,
  on: Entry['on'],
  approvedBy: string,
): Entry | null {
  const { lines, damaged } = linesOf(member, documents)
  const reading = withDamage(readLedger(lines, member.seq), damaged)
  const correction = correctionFor(readAccount(member.account), reading, member.seq)
  if (correction === null || correction.reason !== proposal.reason) return null
  const before = sideOfKept(member.account)
  if (!changesAlike({ before, after: sideOf(correction.to) }, proposal)) return null
  const { reason, to } = correction
  return {
    type: 'AccountCorrected',
    on,
    reason,
    shown: before.balance,
    running: reading.last?.balance ?? points(0),
    account: to,
    proposal: proposal._id,
    approvedBy,
  }
}
