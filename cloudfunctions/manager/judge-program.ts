import type { BusinessDay, Terms } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { compareTerms } from '../../core/domain/compare-programs'
import { lint } from '../../core/domain/lint/lint'
import { readProgramOn, termsOf, versionOf } from '../../core/store/programs'
import type { Env } from '../env'

/** A draft as the programme it would be from a day on, what the linter says of it, and what it changes. */
export async function judgeProgram(terms: Terms, validFrom: BusinessDay, env: Env) {
  const [{ branches }, before] = await Promise.all([env.restaurant(), readProgramOn(env.db, validFrom)])
  const program = { ...terms, version: versionOf(validFrom), validFrom }
  const around = { today: businessDayOf(env.now), branches: branches.map(({ _id }) => _id), before }
  return {
    program,
    isTaken: before?.validFrom === validFrom,
    remarks: lint(program, around),
    changes: before === null ? [] : compareTerms(termsOf(before), terms),
  }
}
