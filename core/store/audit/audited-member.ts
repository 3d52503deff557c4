import type { LedgerLine, MemberId } from '../../contract'
import type { Account } from '../../domain/account'
import { type Flaw, type LedgerReading, readLedger } from '../../domain/audit/read-ledger'
import type { BillClaim } from '../bill-claim'
import type { Database } from '../database'
import { type Member, waitingIn } from '../member'
import type { Redemption } from '../redemption'
import { readAccount, readLine } from './parse'
import { readOf } from './read-of'

export type LineDocument = LedgerLine & { _id: string }

/** A member with everything that is kept about him elsewhere. */
export interface AuditedMember {
  member: Member
  /** Null when it holds impossible numbers. */
  account: Account | null
  reading: LedgerReading
  lines: LedgerLine[]
  /** Lines that his document remembers and that stand nowhere else. */
  lost: LedgerLine[]
  /** Codes, those that wait in his outbox and stand nowhere else included. */
  codes: Redemption[]
  bills: BillClaim[]
}

/**
 * The members were read before: what they have written since then is in what is read now, and
 * what waits in their outboxes is not missing.
 */
export async function openAudited(db: Database, members: readonly Member[]): Promise<AuditedMember[]> {
  const ids = members.map(({ _id }) => _id)
  const [lines, codes, bills] = await Promise.all([
    readOf<LineDocument>(db, 'entries', ids),
    readOf<Redemption>(db, 'redemptions', ids),
    readOf<BillClaim & { member: MemberId }>(db, 'bills', ids),
  ])
  return members.map((member) => {
    const mine = <T extends { member: MemberId | null }>(all: T[]) =>
      all.filter((one) => one.member === member._id)
    return auditedOf(member, mine(lines), mine(codes), mine(bills))
  })
}

function auditedOf(
  member: Member,
  documents: LineDocument[],
  codes: Redemption[],
  bills: BillClaim[],
): AuditedMember {
  const { lines, damaged, lost } = linesOf(member, documents)
  const known = new Set(codes.map(({ _id }) => _id))
  return {
    member,
    account: readAccount(member.account),
    reading: withDamage(readLedger(lines, member.seq), damaged),
    lines,
    lost,
    codes: [
      ...codes,
      ...waitingIn<Redemption>(member.outbox, 'redemptions').filter(({ _id }) => !known.has(_id)),
    ],
    bills,
  }
}

/** What is damaged before a correction was closed by it. */
export function withDamage(reading: LedgerReading, damaged: readonly number[]): LedgerReading {
  const open = damaged.filter((seq) => seq >= (reading.correction?.seq ?? 0))
  const flaws = open.map((seq): Flaw => ({ kind: 'LINE_DAMAGED', seq, expected: null, found: null }))
  return flaws.length === 0 ? reading : { ...reading, account: null, flaws: [...reading.flaws, ...flaws] }
}

/** The lines a member has, wherever they stand now: in their collection, in his outbox, in his memory. */
export function linesOf(member: Member, documents: readonly LineDocument[]) {
  const coming = waitingIn<LedgerLine>(member.outbox, 'entries')
  const written = new Map([...coming, ...member.latest].map((line) => [line.seq, textOf(line)]))
  const standing = documents.map((document) => ({ seq: placeOf(document), line: readLine(document) }))
  const damaged = standing.filter(
    ({ seq, line }) => line === null || (written.get(seq) ?? textOf(line)) !== textOf(line),
  )
  const found = new Set([...standing, ...coming].map(({ seq }) => seq))
  const lost = member.latest.filter(
    (line) => readLine(line) !== null && !found.has(line.seq) && line.seq <= member.seq,
  )
  const lines = standing.flatMap(({ line }) => line ?? [])
  const places = new Set(lines.map(({ seq }) => seq))
  const absent = [...coming, ...lost].filter(({ seq }) => !places.has(seq))
  return {
    lines: [...lines, ...absent.flatMap((line) => readLine(line) ?? [])],
    damaged: damaged.map(({ seq }) => seq),
    lost,
  }
}

/** As the contract orders its fields, so that equal lines are equal texts. */
const textOf = (line: LedgerLine) => JSON.stringify(readLine(line))

const placeOf = ({ seq }: LineDocument): number => (Number.isSafeInteger(seq) ? seq : 0)
