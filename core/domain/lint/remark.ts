import type { BranchId, BusinessDay, Program, Remark as Told } from '../../contract'

/** One thing to look at, before it is graded. */
export type Remark = Omit<Told, 'grade'>

/** What a programme is judged by, beside itself. */
export interface Surroundings {
  today: BusinessDay
  branches: readonly BranchId[]
  /** The programme that is valid when this one begins; null for the first. */
  before: Program | null
}

/** A rule of the linter: pure, a small file for each group of them. */
export type Lint = (program: Program, around: Surroundings) => Remark[]
