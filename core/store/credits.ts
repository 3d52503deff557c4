import type { BusinessDay, Fen, MemberId, Points } from '../contract'
import { points } from '../domain/amounts'
import type { CreditDeed } from '../domain/audit/credits'
import { dayBegins } from '../domain/calendar'
import { type Database, readMany } from './database'
import type { Adjusted } from './decide-proposal'
import type { Action } from './trail'

interface Period {
  /** Null for every branch. */
  branch: string | null
  from: BusinessDay
  to: BusinessDay
  /** The record to go on from; the newest first where there is none. */
  before?: string | undefined
}

/** What credits points: kept in the operation of each. */
const CREDITING = ['cashier.settleBill', 'cashier.reverseBill', 'manager.adjust', 'manager.decideProposal']

interface Kept {
  action: Action
  reply: {
    value?: {
      outcome?: string
      settled?: { amount: Fen; earned: Points }
      reversed?: { points: Points }
      adjusted?: Adjusted
    }
  }
}

/** What colleagues did to points in some days, newest first, by index. */
export async function readCredits(
  db: Database,
  period: Period,
  most: number,
): Promise<{ id: string; deed: CreditDeed }[]> {
  const _ = db.command
  const { branch, from, to, before } = period
  const end = [String(dayBegins(to, 1)), ...(before === undefined ? [] : [before])].sort()[0] ?? ''
  const where = {
    'action.procedure': _.in(CREDITING),
    'action.id': _.gt(String(dayBegins(from))).and(_.lt(end)),
    ...(branch === null ? {} : { 'action.branch': _.eq(branch) }),
  }
  const fields = {
    action: true,
    'reply.value.outcome': true,
    'reply.value.settled': true,
    'reply.value.reversed': true,
    'reply.value.adjusted': true,
  } as const
  const newestFirst = db.collection('operations').where(where).orderBy('action.id', 'desc')
  const found = await readMany<Kept>(newestFirst.field(fields).limit(most))
  return found.flatMap((kept) => {
    const deed = deedOf(kept)
    return deed === null ? [] : [{ id: kept.action.id, deed }]
  })
}

/** Null for what is no deed on a member, and for what gave or took nothing. */
function deedOf({ action, reply }: Kept): CreditDeed | null {
  const { staff, name, branch, member, subject, procedure } = action
  if (member === null) return null
  const who = { staff, name, branch, member: member as MemberId }
  const { settled, reversed, adjusted, outcome } = reply.value ?? {}
  if (settled !== undefined) return { ...who, kind: 'bill', amount: settled.amount, points: settled.earned }
  if (reversed !== undefined) return { ...who, kind: 'reversed', points: reversed.points }
  if (adjusted !== undefined) return { ...who, ...adjusted }
  if (procedure === 'manager.decideProposal') return null
  const by = Number(subject)
  const kind = outcome === 'proposed' ? 'proposed' : by > 0 ? 'given' : 'taken'
  return { ...who, kind, points: points(Math.abs(by)) }
}
