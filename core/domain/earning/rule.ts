import type { BranchId, BusinessDay, Earn, Fen, Step, Tier } from '../../contract'

/** What a bill is earned on. */
export interface Occasion {
  amount: Fen
  branch: BranchId
  day: BusinessDay
  tier: Tier
  /** `MM-DD`, if he told us. */
  birthday: string | null
  joinedOn: BusinessDay
  /** Bills settled before this one. */
  billsBefore: number
  /** Jubilees he has had, by which bill of his they were. */
  jubileesHad: readonly number[]
  /** Which bill of its month this is, from 1; null when its month was over before it was told. */
  nthOfMonth: number | null
}

/** A step before it is taken: what it will come to is worked out for all of them together. */
export type Part = Step extends infer S ? (S extends Step ? Omit<S, 'points'> : never) : never
export type Base = Extract<Part, { rule: 'base' }>
/** The cap of the day, where it was reached. */
export type Over = Extract<Part, { rule: 'dailyCap' }>
export type Combined = Extract<Part, { rule: 'combined' }>
export type Multiplier = Exclude<Extract<Part, { bp: number }>, Combined>
type Addition = Extract<Part, { bonus: unknown }>

/** A kind of earning rule (积分规则): what it gives this bill, if anything. */
export type MultiplierRule = (occasion: Occasion, earn: Earn) => Multiplier[]
export type AdditionRule = (occasion: Occasion, earn: Earn) => Addition[]
