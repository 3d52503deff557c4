export type AmountFault = 'EMPTY' | 'NOT_A_NUMBER' | 'NEGATIVE' | 'ZERO' | 'TOO_PRECISE' | 'TOO_LARGE'
export type ParsedAmount =
  | {
      ok: true
      fen: number
    }
  | {
      ok: false
      fault: AmountFault
    }
/**
 * Reads an amount in yuan as a cashier types it, and answers in fen: "86.5" is 8650. Digits of a
 * Chinese keyboard ("８６．５") are digits. Nothing is rounded and nothing is guessed: what is not an
 * amount says why.
 */
export declare function parseYuan(typed: string): ParsedAmount
/** What the cashier reads instead of a code. An empty field is no mistake: nothing was typed yet. */
export declare const amountWords: Record<AmountFault, string>
