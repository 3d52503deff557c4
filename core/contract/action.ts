import * as z from 'zod'
import { Instant, MemberId, StaffRole } from './primitives'

/** What a colleague did, saw or tried (操作记录). Written once, never changed. SEC-02. */
export const Action = z.object({
  /** Sorts by time. */
  id: z.string(),
  at: Instant,
  staff: MemberId,
  /** Name, role and branch as they were then. */
  name: z.string(),
  role: StaffRole,
  branchName: z.string(),
  /** `<function>.<procedure>` */
  procedure: z.string(),
  member: MemberId.nullable(),
  /** What it was about: a bill, a table, the last four of a code, a colleague, an alarm. */
  subject: z.string().nullable(),
  /** `ok` or the refusal. */
  outcome: z.string(),
  key: z.string().nullable(),
})
