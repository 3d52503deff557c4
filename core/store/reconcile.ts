import type { BusinessDay, Program } from '../contract'
import { addDays } from '../domain/calendar'
import { dismissGone, raise } from './alarms'
import { auditCodes } from './audit/audit-codes'
import { auditMembers } from './audit/audit-members'
import { auditShelves } from './audit/audit-shelves'
import { auditStaff } from './audit/audit-staff'
import { advance, move, openRun, type Run, type Stage } from './audit/run'
import type { Walk } from './audit/walk'
import type { Kept } from './database'

/** When everything was looked at: what lasts and was not seen any more is over. */
const end: Walk = async (kept, { startedAt }) => {
  await dismissGone(kept, startedAt)
  return { after: null, seen: 0, findings: [] }
}

const WALKS: Record<Stage, Walk> = {
  members: auditMembers,
  codes: auditCodes,
  shelves: auditShelves,
  staff: auditStaff,
  end,
}

/** Habits are looked at from the day before the last audit on. */
const LOOK_BACK_DAYS = 1

/**
 * The night's audit (对账): every account beside its ledger, codes beside burns, bills beside
 * entries, shelves beside codes; page after page by id while there is time, and gone on with by
 * the next tick. Once a business day, or again when asked. I1 to I7, I12, I13, I15.
 *
 * It changes nothing but lines that it can put back exactly. What else it finds becomes an alarm,
 * and, where the books can be put right, a proposal for a person. Returns how many
 * members it saw, and whether it is not at its end.
 */
export async function reconcile(
  env: Kept,
  program: Program,
  inTime: () => boolean,
  again = false,
): Promise<{ count: number; more: boolean }> {
  let kept = await openRun(env, again)
  if (kept === null) return { count: 0, more: false }
  let members = 0
  let run: Run | null = kept
  while (kept !== null && run !== null && run.stage !== 'done' && inTime()) {
    const page = await WALKS[run.stage](env, { ...run, since: since(run), program })
    for (const found of page.findings) await raise(env, found, run.startedAt)
    members += page.seen
    run = advance(env.now, run, { ...page, findings: page.findings.length })
    // A stage that took one page is not worth a write: killed before the next, it is looked at again.
    if (page.after === null && run.stage !== 'done' && inTime()) continue
    kept = await move(env.db, kept, run)
    run = kept
  }
  return { count: members, more: run?.stage !== 'done' }
}

const since = ({ day, last }: Run): BusinessDay => addDays(last?.day ?? day, -LOOK_BACK_DAYS)
