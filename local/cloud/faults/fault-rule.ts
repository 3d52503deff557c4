import { invalidParam } from '../engine/cloud-error'
import { isPlain } from '../engine/document'

/** What can become of a call, and what of it has been carried out when the caller hears. */
const FAULTS = [
  /** Not carried out: somebody else was at it. Only the database says so. */
  'conflict',
  /** Carried out twice, as if the network had delivered it twice: what is heard is the second answer. */
  'duplicate',
  /** Not carried out, and no answer: the line goes silent for `ms` and is cut. */
  'timeout-before',
  /** Carried out, and the answer is lost. */
  'timeout-after',
  /** Not carried out: the quota is used up. */
  'quota',
  /** Not carried out: something before the database answers 503 and a page of HTML. */
  'server-error',
  /** Carried out after `ms`. */
  'slow',
  /** The process that called is killed before the call is carried out. */
  'kill-before',
  /** The process that called is killed when the call has been carried out. */
  'kill-after',
] as const
type FaultKind = (typeof FAULTS)[number]

/** Which calls are to go wrong, and how. What is left out stands for any. */
export interface FaultRule {
  fault: FaultKind
  /** As in the traces: `database.modifyDocument`, or `wx.*` for all that begins so. Without it: the database. */
  action?: string
  collection?: string
  /** The function whose event the call belongs to; `*` is any of them, so that tools outside are spared. */
  function?: string
  /** Which call of its event, from 1. */
  call?: number
  /** How often at most. */
  count?: number
  /** Of each such call; 1 when left out. */
  probability?: number
  /** Decides, with the number of the call among those the rule is about, which ones are hit. */
  seed?: number
  ms?: number
}

type Check = (value: unknown) => boolean
const isText: Check = (value) => typeof value === 'string' && value !== ''
const isWhole: Check = (value) => Number.isSafeInteger(value)
const isCount: Check = (value) => isWhole(value) && (value as number) > 0

/** Longer than anybody waits. */
const LONGEST_MS = 120_000

const CHECKS: Record<keyof FaultRule, Check> = {
  fault: (value) => FAULTS.some((fault) => fault === value),
  action: isText,
  collection: isText,
  function: isText,
  call: isCount,
  count: isCount,
  probability: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  seed: isWhole,
  ms: (value) => isWhole(value) && (value as number) >= 0 && (value as number) <= LONGEST_MS,
}

export function readFaultRules(body: unknown): FaultRule[] {
  if (!Array.isArray(body)) throw invalidParam('faults are an array of rules; an empty one turns them off')
  return body.map((rule: unknown) => {
    if (!isPlain(rule) || rule.fault === undefined)
      throw invalidParam(`a rule names a fault: ${FAULTS.join(', ')}`)
    for (const [field, value] of Object.entries(rule)) {
      const check = Object.hasOwn(CHECKS, field) ? CHECKS[field as keyof FaultRule] : undefined
      if (check === undefined) throw invalidParam(`a rule has no field ${field}`)
      if (!check(value)) throw invalidParam(`${field} of a rule cannot be ${JSON.stringify(value)}`)
    }
    const { fault, action = 'database.*' } = rule as unknown as FaultRule
    if (fault === 'conflict' && !action.startsWith('database.'))
      throw invalidParam('only calls of the database can be in conflict')
    if (fault.startsWith('kill-') && /^(phone|http|pay)\./.test(action))
      throw invalidParam('only the process of a function that calls can be killed')
    return rule as unknown as FaultRule
  })
}
