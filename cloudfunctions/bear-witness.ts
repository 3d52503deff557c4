import { isGuessing, isWrong, openAgainAt, sayOpen } from '../core/domain/attempts'
import { type Result, refuseUntil } from '../core/domain/result'
import { RIGHTS } from '../core/domain/rights'
import { countWrongAtCounter, countWrongOf } from '../core/store/attempts'
import type { Staff } from '../core/store/staff'
import { type About, actionOf, addAction } from '../core/store/trail'
import type { Env } from './env'

/** Nothing was decided: he asks again. */
const UNDECIDED = ['BUSY', 'INTERNAL']

const NOBODY: About = { member: null, subject: null }

/**
 * Before an answer leaves: what a colleague was shown or refused is noted, and a wrong code is
 * counted. If that cannot be done the answer does not leave. SEC-02, F9.
 */
export async function bearWitness<T, R extends string>(
  env: Env,
  asked: { procedure: string; key: string | null },
  answer: Result<T, R>,
): Promise<Result<T, R | 'TOO_MANY_ATTEMPTS'>> {
  const refusal = answer.ok ? null : answer.refusal
  if (refusal !== null && UNDECIDED.includes(refusal)) return answer
  const [tooMany] = await Promise.all([
    countWrong(env, asked.procedure, refusal),
    noteIt(env, asked, refusal),
  ])
  return tooMany ? refuseUntil('TOO_MANY_ATTEMPTS', sayOpen(openAgainAt(env.now))) : answer
}

/** True when it is a diner who has been wrong too often; a colleague is stopped by the guard. */
async function countWrong(env: Env, procedure: string, refusal: string | null): Promise<boolean> {
  if (refusal === null || !isGuessing(procedure) || !isWrong(procedure, refusal)) return false
  const { staff } = env.witness
  if (!staff?.active) return countWrongOf(env, env.caller())
  await countWrongAtCounter(env, staff)
  return false
}

async function noteIt(
  env: Env,
  { procedure, key }: { procedure: string; key: string | null },
  refusal: string | null,
): Promise<void> {
  if (refusal === null && leaves(procedure) !== 'shows') return
  const staff = await whoAsked(env, procedure)
  if (staff === null) return
  const { about } = env.witness
  const each = about.length === 0 ? [NOBODY] : about
  const outcome = refusal ?? 'ok'
  await Promise.all(
    each.map((whom) => {
      const deed = { procedure, ...whom, outcome, key, unique: env.newToken() }
      return addAction(env.db, actionOf(staff, deed, env.now))
    }),
  )
}

/** Some are refused before anybody has looked who they are. */
async function whoAsked({ witness, colleague }: Env, procedure: string): Promise<Staff | null> {
  if (witness.staff !== undefined) return witness.staff
  return leaves(procedure) === undefined ? null : colleague()
}

const leaves = (procedure: string): string | undefined =>
  (RIGHTS as Record<string, (typeof RIGHTS)['cashier.desk']>)[procedure]?.trail
