import { ask } from '../../services/cloud'
import type { Terms } from './form'
import { type Change, type ChangeView, sayChange } from './say-change'
import { type Remark, type RemarkView, sayRemark } from './say-remark'

export interface Judged {
  /** The day it was judged for. */
  day: string
  remarks: RemarkView[]
  changes: ChangeView[]
  errors: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The first day from this one on that no version begins on. */
export function freeDay(day: string, taken: readonly string[]): string {
  if (!taken.includes(day)) return day
  return freeDay(new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10), taken)
}

/** The latest day any remark asks for, where some ask for notice. */
export function noticeDay(remarks: readonly Remark[]): string | undefined {
  const days = remarks.flatMap(({ rule, expected }) =>
    rule === 'NOTICE_TOO_SHORT' ? [String(expected)] : [],
  )
  return days.sort().pop()
}

type Judgement = { remarks: Remark[]; changes: Change[] }

function view(day: string, terms: Terms, { remarks, changes }: Judgement): Judged {
  return {
    day,
    remarks: remarks.map((remark) => sayRemark(remark, terms)),
    changes: changes.map((change) => sayChange(change, terms)),
    errors: remarks.filter(({ grade }) => grade === 'error').length,
  }
}

type Answer = { ok: true; judged: Judged } | { ok: false; words: string }

/** What the linter says of a draft that is to begin on this day. */
export async function lintFor(terms: Terms, day: string): Promise<Answer> {
  const outcome = await ask('manager', 'lintProgram', { terms, validFrom: day })
  if (!outcome.ok) return outcome
  return { ok: true, judged: view(day, terms, outcome.data) }
}

/**
 * The same for the earliest day it may begin. What is worse for guests waits for its notice: then that
 * is no mistake, and it is told with the day.
 */
export async function lintSoonest(terms: Terms, today: string, taken: readonly string[]): Promise<Answer> {
  const first = freeDay(today, taken)
  const outcome = await ask('manager', 'lintProgram', { terms, validFrom: first })
  if (!outcome.ok) return outcome
  const later = noticeDay(outcome.data.remarks)
  if (later === undefined) return { ok: true, judged: view(first, terms, outcome.data) }
  const again = await lintFor(terms, freeDay(later, taken))
  if (!again.ok) return again
  const notices = outcome.data.remarks.filter(({ rule }) => rule === 'NOTICE_TOO_SHORT')
  const told = notices.map((remark) => ({ ...sayRemark(remark, terms), tone: 'warn', tag: '要先公布' }))
  return { ok: true, judged: { ...again.judged, remarks: [...again.judged.remarks, ...told] } }
}
