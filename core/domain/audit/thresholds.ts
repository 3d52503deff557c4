/**
 * From where on something is told to a manager although nothing is wrong. All in one place; each
 * is far from what an honest evening brings and near to what a dishonest one would.
 */

/** Points one member holds: 50 of the dearest reward, or 100 000 yuan eaten at the base rate. */
export const LARGE_BALANCE = 100_000

/** Points one line moves: a banquet of 10 000 yuan. Larger is a typing error until somebody has looked. */
export const LARGE_CHANGE = 10_000

/** Bills credited to one member on one business day: nobody dines four times. */
export const CREDITS_A_DAY = 3

/**
 * A refund below this, in fen, is a dish; a bill within the hour after one is a round; and so many rounds in seven
 * days are an unlucky kitchen, not more. RISK-02.
 */
export const SMALL_REFUND = 10_000
export const ROUND_MS = 60 * 60_000
export const ROUNDS_A_WEEK = 2

/** A bill below this, in fen, is a drink; and so many drinks on a day no colleague settles by hand. CAP-03. */
export const SMALL_BILL = 2_000
export const SMALL_BILLS_A_DAY = 60

/** What one colleague settles, redeems or makes void within ten minutes: one every half minute, without a break. */
export const STAFF_BURST = 20
export const BURST_MS = 10 * 60_000

/** The sweeper comes every minute; what it has not done in ten it cannot do. */
export const STUCK_MS = 10 * 60_000

/** No function lives so long, and no phone asks again so late. */
export const ABANDONED_MS = 60 * 60_000

/** Calls of a procedure that fail on one business day, of a hundred; and how many there must be at least. */
export const ERROR_RATE_PERCENT = 2
export const ERRORS_AT_LEAST = 3
