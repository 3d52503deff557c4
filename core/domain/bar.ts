import type { BarReason, BusinessDay, Entry, KeepPeriod, Program } from '../contract'
import type { Account } from './account'
import { addDays } from './calendar'
import { keepPeriod } from './keep-tier'
import { accept, type Result, refuse } from './result'

type MemberBarred = Extract<Entry, { type: 'MemberBarred' }>

/** A person's word that somebody is barred (拉黑). */
export interface Bar {
  reason: BarReason
  /** In the manager's own words. */
  note: string
  /** How long, this day counted; null until a person lifts it. */
  days: number | null
  by: string
}

/** As the member reads it. */
const WORDS: Record<BarReason, string> = {
  CASH_OUT: '用积分套现',
  FALSE_BILLS: '虚假消费',
  MANY_ACCOUNTS: '一人多号',
  OTHER: '其他原因',
}

/** What the points of somebody live at least once he may use them again, where the programme promises nothing else. */
const GRACE_DAYS = 90

/**
 * He is barred (黑名单) from now on: he earns nothing, claims nothing and pays for nothing with points. What he has stays
 * his: points and tier stand still, codes he has can be used. RISK-04.
 */
export function bar(
  { barred }: Account,
  { reason, note, days, by }: Bar,
  on: BusinessDay,
  { version, expiry }: Program,
): Result<[MemberBarred], 'ALREADY_BARRED'> {
  if (barred !== undefined) return refuse('ALREADY_BARRED')
  const until = days === null ? null : addDays(on, days - 1)
  const graceDays = expiry.exempt?.graceDays ?? GRACE_DAYS
  const said = { on, until, reason: `${WORDS[reason]}：${note}`, graceDays, by }
  return accept([{ type: 'MemberBarred', ...said, program: version }])
}

/** A person takes it back, with a reason. */
export const liftBar = (
  account: Account,
  { note, by }: Pick<Bar, 'note' | 'by'>,
  on: BusinessDay,
  program: Program,
): Result<Entry[], 'NOT_BARRED'> =>
  account.barred === undefined ? refuse('NOT_BARRED') : accept([lifted(account, note, by, on, program)])

/** Its last day is over: it ends by itself, whenever anybody looks. */
export function barDue(account: Account, today: BusinessDay, program: Program): Entry[] {
  const until = account.barred?.until ?? null
  return until === null || until >= today ? [] : [lifted(account, null, null, addDays(until, 1), program)]
}

/** He has a whole period again to keep his tier; what he had spent in it counts. */
function lifted(
  { keep }: Account,
  reason: string | null,
  by: string | null,
  on: BusinessDay,
  program: Program,
): Entry {
  const keepUntil = keep && endOfWholePeriod(keep, on, program)
  return { type: 'BarLifted', on, reason, by, keepUntil, program: program.version }
}

/** Where that is later than his period ends anyway. */
function endOfWholePeriod(keep: KeepPeriod, on: BusinessDay, program: Program): BusinessDay | null {
  const { until } = keepPeriod(on, program) ?? keep
  return until > keep.until ? until : null
}

/** Whether he is kept from earning and using points; what he paid before he was barred is earned all the same. RISK-04. */
export const isBarred = ({ barred }: Account, paidOn: BusinessDay | null = null): boolean =>
  barred !== undefined && (paidOn === null || paidOn >= barred.since)
