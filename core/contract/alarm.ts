import * as z from 'zod'
import { BusinessDay, Instant, MemberId } from './primitives'

/** How soon somebody should look: `urgent` is points or codes that do not add up. */
const Severity = z.enum(['urgent', 'warning', 'notice'])
type Severity = z.infer<typeof Severity>

interface AlarmRule {
  severity: Severity
  /** It lasts until its cause is gone, and then goes by itself. Otherwise it tells of one event. */
  lasts: boolean
}
const lasting = (severity: Severity): AlarmRule => ({ severity, lasts: true })
const event = (severity: Severity): AlarmRule => ({ severity, lasts: false })

/** Everything that is told to managers. OPS-01, RISK-08. */
export const ALARMS = {
  /** The account is not what its lines add up to. I1. */
  ACCOUNT_DIFFERS: lasting('urgent'),
  /** Tier, spend or number of bills are not what the lines say. I12. */
  STANDING_DIFFERS: lasting('urgent'),
  /** Something negative, broken or too large where only a whole number can be. I3, OPS-02. */
  IMPOSSIBLE_NUMBER: lasting('urgent'),
  /** A member's document that is none. F8. */
  MEMBER_UNREADABLE: lasting('urgent'),
  /** A job cannot treat him and goes on without him until tomorrow. F8. */
  MEMBER_SET_ASIDE: event('warning'),
  /** Ledger lines are missing from their places. I13. */
  LINE_MISSING: lasting('urgent'),
  /** A ledger line that is not as it was written. I13. */
  LINE_DAMAGED: lasting('urgent'),
  /** The running balance jumps. I13. */
  BALANCE_BROKEN: lasting('urgent'),
  /** A missing line was put back, as it was. */
  LINE_RESTORED: event('notice'),
  /** Points were burned and there is no code. I6. */
  CODE_MISSING: lasting('urgent'),
  /** There is a code and no points were burned. I6. */
  CODE_WITHOUT_BURN: lasting('urgent'),
  /** A code is void and its points did not come back. I6. */
  VOID_WITHOUT_RETURN: lasting('urgent'),
  /** Points of a claim came back twice, or its code is not void. I6. */
  RETURN_WITHOUT_VOID: lasting('urgent'),
  /** initial ≠ left + issued + holds. I7. */
  STOCK_DIFFERS: lasting('urgent'),
  /** As many are said to be issued as there are not codes. I7. */
  ISSUED_DIFFERS: lasting('urgent'),
  /** A piece of stock is held for a claim that ended long ago. I15. */
  HOLD_STUCK: lasting('warning'),
  /** A bill was accepted and is in no ledger. I5. */
  BILL_WITHOUT_ENTRY: lasting('urgent'),
  /** One bill number is in two ledgers. I5. */
  BILL_TWICE: lasting('urgent'),
  /** A bill is in the ledger and its number is free to be credited again. I5. */
  CLAIM_LOST: lasting('urgent'),
  /** A bill number was taken by a command that left no trace; asked again it is credited. */
  BILL_UNFINISHED: lasting('notice'),
  /** Rows wait longer for their collections than the sweeper takes. I15. */
  OUTBOX_STUCK: lasting('warning'),
  /** What a member's command does to another could not be done, time after time. F8. */
  ERRAND_STUCK: event('urgent'),
  LARGE_BALANCE: lasting('warning'),
  LARGE_CHANGE: event('warning'),
  OFTEN_CREDITED: event('warning'),
  /** Small refunds again and again, each with a bill right after it. RISK-02. */
  REFUND_ROUNDS: event('warning'),
  STAFF_BURST: event('warning'),
  /** One colleague settled strangely many small bills on a day. CAP-03. */
  MANY_SMALL_BILLS: event('warning'),
  /** A colleague settled a bill for himself. */
  OWN_ACCOUNT_CREDITED: event('warning'),
  /** Somebody, or a whole branch, guesses codes. F9. */
  TOO_MANY_ATTEMPTS: event('warning'),
  JOB_FAILED: event('warning'),
  INTERNAL_ERROR: event('warning'),
  /** A procedure fails more often than chance has it. */
  ERROR_RATE: event('urgent'),
} satisfies Record<string, AlarmRule>

export type AlarmKind = keyof typeof ALARMS
export const AlarmKind = z.enum(Object.keys(ALARMS) as [AlarmKind, ...AlarmKind[]])

/** Found again it is the same alarm, seen once more. Never an openid, never a whole code. */
export const Alarm = z.object({
  id: z.string(),
  kind: AlarmKind,
  severity: Severity,
  status: z.enum(['open', 'acknowledged', 'gone']),
  member: MemberId.nullable(),
  /** What it is about, where that is no member: a reward, a bill, a colleague, a procedure. */
  subject: z.string().nullable(),
  /** What should be there, or what is usual. */
  expected: z.number().nullable(),
  found: z.number().nullable(),
  firstSeen: Instant,
  lastSeen: Instant,
  times: z.int().positive(),
  acknowledgedBy: z.string().nullable(),
})
export type Alarm = z.infer<typeof Alarm>

/** A night's audit that came to its end. */
export const AuditRun = z.object({
  day: BusinessDay,
  members: z.int(),
  findings: z.int(),
  endedAt: Instant,
})
export type AuditRun = z.infer<typeof AuditRun>
