import type { BusinessDay, Fen, Program, Step, Tier } from '../../contract'

/** What a bill is earned on. */
export interface Occasion {
  amount: Fen
  day: BusinessDay
  tier: Tier
  /** `MM-DD`, if he told us. */
  birthday: string | null
  /** Bills settled before this one. */
  billsBefore: number
}

/** Points so far, exact: `n / d`. Nothing is rounded until the end. */
export interface Exact {
  n: bigint
  d: bigint
}

/** What a rule makes of the result so far: the new result and how to show the step. */
interface Taken {
  exact: Exact
  show: (points: Step['points']) => Step
}

/** A kind of earning rule (积分规则): null when it does not apply. */
export type EarningRule = (exact: Exact, occasion: Occasion, program: Program) => Taken | null

/** ×1.2 is 12 000 basis points. */
export const times = (exact: Exact, bp: number): Exact => ({ n: exact.n * BigInt(bp), d: exact.d * 10_000n })

export const plus = (exact: Exact, points: number): Exact => ({
  n: exact.n + BigInt(points) * exact.d,
  d: exact.d,
})

/** Down to whole points, in favour of the house: 199.9 points are 199. EARN-09. */
export const floor = (exact: Exact): number => Number(exact.n / exact.d)
