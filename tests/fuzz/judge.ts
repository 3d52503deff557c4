import { normaliseCode } from '../../cloudfunctions/sign'
import { type Contract, contract, type Procedure } from '../../core/contract'
import type { ProcedureName } from '../simulation/question'
import type { Caller, Reply } from './house'

type Audience = Procedure['audience']

/** What each of them may ask at all. */
const MAY: Record<Caller, readonly Audience[]> = {
  stranger: ['diner'],
  diner: ['diner'],
  'revoked cashier': ['diner'],
  cashier: ['diner', 'cashier'],
  'cashier of another branch': ['diner', 'cashier'],
  manager: ['diner', 'cashier', 'manager'],
  nobody: [],
}

const SYSTEM = ['BAD_REQUEST', 'FORBIDDEN', 'KEY_REUSED', 'BUSY']
/** Who is answered so has not been listened to; that a colleague has tried may be noted all the same. */
const NOTED: Record<string, readonly string[]> = { BAD_REQUEST: [], FORBIDDEN: ['actions'] }

export const procedures = Object.entries(contract).flatMap(([name, all]) =>
  Object.keys(all).map((procedure) => `${name}.${procedure}` as ProcedureName),
)

export function specOf(asked: ProcedureName): Procedure {
  const [name, procedure] = asked.split('.') as [keyof Contract, string]
  const spec = (contract[name] as Record<string, Procedure>)[procedure]
  if (spec === undefined) throw new Error(`the contract has no ${asked}`)
  return spec
}

export interface Case {
  asked: ProcedureName
  caller: Caller
  input: unknown
  reply: Reply
  /** The collections that are not as they were. */
  changed: readonly string[]
  bugs: readonly string[]
}

/** What is wrong with an answer, in words; null when nothing is. F9, F10. */
export function judge(
  { asked, caller, input, reply, changed, bugs }: Case,
  secrets: string[],
): string | null {
  const spec = specOf(asked)
  if (bugs.length > 0) return `there is a bug: ${bugs.join('\n')}`
  if (!reply.ok) {
    const { refusal = '' } = reply
    if (![...SYSTEM, ...spec.refusals].includes(refusal)) return `${refusal} is not in the contract`
    const written = changed.filter((name) => NOTED[refusal]?.includes(name) === false)
    if (written.length > 0) return `${refusal}, and something was written: ${written.join()}`
    return leakIn(reply, secrets)
  }
  if (!MAY[caller].includes(spec.audience)) return 'it was answered to somebody who may not ask it'
  const parsed = spec.output.safeParse(reply.data)
  if (!parsed.success) return `the answer is not as the contract says: ${parsed.error.message}`
  return maySee(caller, spec, input, secrets) ? null : leakIn(reply.data, secrets)
}

/**
 * Who may be told of Ann: a manager; a cashier of the branch where she sits; and any cashier whom she
 * has shown something, which is then in what he asks.
 */
function maySee(caller: Caller, { audience }: Procedure, input: unknown, secrets: string[]): boolean {
  if (audience === 'diner') return false
  if (caller === 'manager' || caller === 'cashier') return true
  const shown =
    typeof input === 'object'
      ? Object.values(input ?? {})
          .map(String)
          .map(normaliseCode)
      : []
  return shown.some((text) => secrets.some((secret) => text.includes(normaliseCode(secret))))
}

function leakIn(data: unknown, secrets: string[]): string | null {
  const said = JSON.stringify(data)
  const leaked = secrets.find((secret) => said.includes(secret))
  return leaked === undefined ? null : `it tells of somebody else: ${leaked} is in ${said}`
}
