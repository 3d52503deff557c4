/** How often and when a person is written to. All in one place, as data. */

/** Between two messages to one manager: the next tick may find more of the same trouble. */
export const URGENT_GAP_MS = 10 * 60_000
export const GAP_MS = 2 * 3_600_000

/** Messages of one template to one person within 24 hours, however much happens. */
export const MOST_A_DAY = 6

/** Nobody is woken for what can wait until the morning, by Shanghai's clock. */
export const QUIET_FROM_HOUR = 22
export const QUIET_UNTIL_HOUR = 8

/** So many consents are kept for what is urgent. */
export const FEW_LEFT = 1

/** Consents of one template we count for one person. WeChat counts on; who taps more is told that it is enough. */
export const MOST_ALLOWED = 20
