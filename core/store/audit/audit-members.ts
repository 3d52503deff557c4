import type { BusinessDay, LedgerLine } from '../../contract'
import { correctionFor } from '../../domain/audit/compare-account'
import { type Finding, finding } from '../../domain/audit/finding'
import { addOnce, type Kept, readMany } from '../database'
import type { Member } from '../member'
import { propose } from '../proposals'
import { type AuditedMember, openAudited } from './audited-member'
import type { Check } from './check'
import { checkAccount } from './check-account'
import { checkBills } from './check-bills'
import { checkCodes } from './check-codes'
import { checkHabits } from './check-habits'
import { checkLedger } from './check-ledger'
import { checkVoids } from './check-voids'
import { readMemberShape } from './parse'
import type { Walk } from './walk'

const CHECKS: readonly Check[] = [checkLedger, checkAccount, checkCodes, checkVoids, checkBills, checkHabits]

const PAGE = 100
/** Ledger lines asked for at once: fewer than the cloud gives. */
const LINES = 800

/** A page of members in the order of their ids, everything about them read together. */
export const auditMembers: Walk = async (kept, { after, since }) => {
  const _ = kept.db.command
  const page = await readMany<Member>(
    kept.db
      .collection('members')
      .where({ _id: _.gt(after) })
      .orderBy('_id', 'asc')
      .limit(PAGE),
  )
  const sound = page.filter((member) => readMemberShape(member) !== null)
  const findings = page
    .filter((member) => !sound.includes(member))
    .map(({ _id }) => finding('MEMBER_UNREADABLE', _id, _id))
  for (const some of inPortions(sound)) findings.push(...(await auditSome(kept, some, since)))
  return { after: page.length < PAGE ? null : (page.at(-1)?._id ?? null), seen: page.length, findings }
}

/** As many members as have some hundred lines together. */
function inPortions(members: readonly Member[]): Member[][] {
  const portions: Member[][] = []
  let lines = Number.POSITIVE_INFINITY
  for (const member of members) {
    if (lines + member.seq > LINES) portions.push([])
    lines = lines + member.seq > LINES ? member.seq : lines + member.seq
    portions.at(-1)?.push(member)
  }
  return portions
}

async function auditSome(kept: Kept, members: readonly Member[], since: BusinessDay): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const audited of await openAudited(kept.db, members)) {
    findings.push(...(await restore(kept, audited)))
    const first = await check(kept, audited, since)
    if (first.length > 0) findings.push(...(await lookAgain(kept, audited.member, first, since)))
  }
  return findings
}

const check = async (kept: Kept, audited: AuditedMember, since: BusinessDay): Promise<Finding[]> =>
  (await Promise.all(CHECKS.map((one) => one(audited, kept, since)))).flat()

/** Nobody is accused at one look: he may have been written while his lines were read. */
async function lookAgain(
  kept: Kept,
  { _id }: Member,
  first: readonly Finding[],
  since: BusinessDay,
): Promise<Finding[]> {
  const _ = kept.db.command
  const again = await readMany<Member>(
    kept.db
      .collection('members')
      .where({ _id: _.eq(_id) })
      .limit(1),
  )
  const [audited] = await openAudited(
    kept.db,
    again.filter((member) => readMemberShape(member) !== null),
  )
  if (audited === undefined) return []
  const second = await check(kept, audited, since)
  const confirmed = second.filter(({ kind, id }) => first.some((one) => one.kind === kind && one.id === id))
  const correction = correctionFor(audited.account, audited.reading, audited.member.seq)
  if (confirmed.length > 0 && correction !== null) await propose(kept, audited.member, correction)
  return confirmed
}

/** Lines that his own document remembers are put back exactly as they were written. */
async function restore({ db }: Kept, { lost }: AuditedMember): Promise<Finding[]> {
  const restored: LedgerLine[] = []
  for (const line of lost) if (await addOnce(db, 'entries', { _id: line.id, ...line })) restored.push(line)
  return restored.map(({ id, member, seq, at }) =>
    finding('LINE_RESTORED', member, id, { subject: String(seq), occasion: at }),
  )
}
