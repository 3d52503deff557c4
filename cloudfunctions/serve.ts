import { type Contract, contract } from '../core/contract'
import { IdempotencyKey } from '../core/contract/primitives'
import type { InputOf, OutputOf, Procedure, RefusalOf, SystemRefusal } from '../core/contract/procedure'
import type { Call } from '../core/domain/health'
import type { Result } from '../core/domain/result'
import { bearWitness } from './bear-witness'
import { cloudEnv, type Env } from './env'
import { measure } from './meter'
import { tellOfBug } from './tell-of-bug'

/** Anything a handler may answer: its value, one of its refusals, or one that any may give. */
export type Handler<P extends Procedure> = (
  input: InputOf<P>,
  env: Env,
) => Promise<Result<OutputOf<P>, RefusalOf<P> | SystemRefusal>>

type Handlers<N extends keyof Contract> = {
  [K in keyof Contract[N]]: Contract[N][K] extends Procedure ? Handler<Contract[N][K]> : never
}

/** What a phone sends: anything at all. */
type Asked = { procedure?: unknown; input?: unknown }

type Answer = { ok: true; data: unknown } | { ok: false; refusal: string; until?: string }

/** Turn a table of handlers into a CloudBase `main`: parse, run, reply, log. */
export function serve<N extends keyof Contract>(
  name: N,
  handlers: Handlers<N>,
  openEnv: () => Env = cloudEnv,
) {
  return async (asked: Asked | null): Promise<Answer> => {
    const event = asked ?? {}
    const env = openEnv()
    const started = performance.now()
    const answer = await run(name, handlers, event, env)
    const ms = Math.round(performance.now() - started)
    const outcome = answer.ok ? { ok: true } : { refusal: answer.refusal }
    const known = find(name, handlers, event.procedure)?.name
    const line = { name, procedure: known, key: keyOf(event.input), ...outcome, ms }
    const effort = env.effort?.()
    env.log({ at: 'reply', ...line, ...effort })
    const call = { outcome: outcomeOf(answer), ms, roundTrips: effort?.roundTrips ?? 0 }
    if (known !== undefined) await measure(env, name, known, call)
    return answer
  }
}

const outcomeOf = (answer: Answer): Call['outcome'] => {
  if (answer.ok) return 'ok'
  return answer.refusal === 'INTERNAL' ? 'failed' : 'refused'
}

async function run<N extends keyof Contract>(
  name: N,
  handlers: Handlers<N>,
  event: Asked,
  env: Env,
): Promise<Answer> {
  // A browser without a login, or the HTTP access, can reach a function as well; nobody is behind it.
  if (!env.isFromPhone) return { ok: false, refusal: 'FORBIDDEN' }
  const found = find(name, handlers, event.procedure)
  if (found === null) return { ok: false, refusal: 'BAD_REQUEST' }
  const input = found.procedure.input.safeParse(event.input)
  if (!input.success) return { ok: false, refusal: 'BAD_REQUEST' }
  return attend(env, { name, procedure: found.name }, async () => {
    const asked = { procedure: `${name}.${found.name}`, key: keyOf(event.input) ?? null }
    const result = await bearWitness(env, asked, await found.handler(input.data, env))
    return result.ok ? { ok: true, data: found.procedure.output.parse(result.value) } : result
  })
}

/** The one place where an unexpected error ends: it is a bug, it is said to be one, and the process lives. */
export async function attend<T>(
  env: Env,
  doing: { name: string; procedure?: string; order_id?: string },
  work: () => Promise<T>,
): Promise<T | { ok: false; refusal: 'INTERNAL' }> {
  try {
    return await work()
  } catch (error) {
    const { message, stack } = error as Error
    env.log({ at: 'bug', ...doing, message, stack })
    await tellOfBug(env, doing)
    return { ok: false, refusal: 'INTERNAL' }
  }
}

function find<N extends keyof Contract>(name: N, handlers: Handlers<N>, asked: unknown) {
  if (typeof asked !== 'string' || !Object.hasOwn(handlers, asked)) return null
  const procedures: Record<string, Procedure> = contract[name]
  const procedure = procedures[asked]
  const handler = (handlers as Record<string, Handler<Procedure>>)[asked]
  return procedure === undefined || handler === undefined ? null : { name: asked, procedure, handler }
}

/** Only what is a key is logged: anything else that was sent may be a phone number. */
const keyOf = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'key' in input
    ? IdempotencyKey.safeParse(input.key).data
    : undefined
