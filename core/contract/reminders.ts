import * as z from 'zod'

/** What a member is told of, and how often (提醒). REM-01 to REM-04, REM-06, EXP-03, EXP-11, RED-14. */
export const Reminders = z.strictObject({
  /** So many days before points expire he is told of it, with the true day and amount. EXP-03, C-12. */
  expiryDays: z.array(z.int().min(1).max(90)).max(4),
  /** The day of the month of his statement; null for none. EXP-11, REM-03. */
  statementDay: z.int().min(1).max(25).nullable(),
  /** That a reward has come within reach: once, or again whenever it had gone out of reach. RED-14. */
  affordable: z.enum(['never', 'once', 'again']),
  /** That points have come. REM-01, REM-04, REM-06. */
  arrivals: z.boolean(),
  /** That he has another tier, and that he is about to lose his. DOWN-02. */
  tiers: z.boolean(),
  /** A greeting so many days before his birthday, 0 for the day itself; null for none. BDAY-03. */
  birthdayDays: z.int().min(0).max(14).nullable(),
  /** Messages in seven days, beside those about points that have just come. */
  messagesAWeek: z.int().min(1).max(7),
})
export type Reminders = z.infer<typeof Reminders>
