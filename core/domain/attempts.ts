import { instantOf } from './calendar'

const UNKNOWN_CODE = ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT', 'CODE_NOT_FOUND'] as const

/**
 * Answers that tell a wrong code from a right one. Each counts; a right code never does, and
 * neither does one that was right once. F9.
 */
const WRONG = {
  'cashier.identify': ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT'],
  'cashier.findByPhone': ['PHONE_NOT_FOUND'],
  'cashier.inspectCode': UNKNOWN_CODE,
  'cashier.redeemCode': UNKNOWN_CODE,
  'cashier.reverseClaim': UNKNOWN_CODE,
  'cashier.acceptInvitation': ['INVITATION_NOT_FOUND'],
  'member.sit': ['TABLE_NOT_FOUND'],
} as const satisfies Record<string, readonly string[]>

/** What is closed to who has guessed too often. */
export type Guessing = keyof typeof WRONG

export const isGuessing = (procedure: string): procedure is Guessing => Object.hasOwn(WRONG, procedure)

export const isWrong = (procedure: Guessing, refusal: string): boolean =>
  (WRONG[procedure] as readonly string[]).includes(refusal)

/** Wrong ones are counted by quarters of an hour, for one person and for all of a branch together. */
const WINDOW_MS = 15 * 60_000
export const WRONG_OF_ONE = 10
export const WRONG_OF_A_BRANCH = 30

export const windowOf = (now: Date): number => Math.floor(now.getTime() / WINDOW_MS)

/** In ms. */
export const openAgainAt = (now: Date): number => (windowOf(now) + 1) * WINDOW_MS

export const sayOpen = (ms: number): string => instantOf(new Date(ms))
