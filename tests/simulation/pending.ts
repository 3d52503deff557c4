import type { Doc } from '../../local/cloud/engine/document'
import type { Chance } from './chance'
import type { Invocation } from './invocation'

/** A database call on its way, or a function that sleeps. */
export type Pending =
  | {
      kind: 'call'
      by: Invocation
      /** Which call of its invocation, from 1. */
      number: number
      action: string
      body: Doc
      sentAt: number
      reply: (reply: Doc) => void
      fail: (error: Error) => void
      /** Nobody waits for it any more. */
      given?: true
    }
  | { kind: 'nap'; by: Invocation; until: number; wake: () => void }

export type Call = Extract<Pending, { kind: 'call' }>

/** Ways to be unfair; bugs hide from a fair scheduler. */
export const POLICIES = ['any', 'newest', 'oldest', 'reads', 'writes', 'starve'] as const
export type Policy = (typeof POLICIES)[number]

const isRead = ({ action }: Call) => action === 'database.getDocument'

/** How gladly a policy takes one: of those it takes gladliest one is drawn. */
const LIKING: Record<Policy, (one: Pending, all: readonly Pending[]) => number> = {
  any: () => 0,
  newest: (one) => one.by.id,
  oldest: (one) => -one.by.id,
  reads: (one) => (one.kind === 'call' && isRead(one) ? 1 : 0),
  writes: (one) => (one.kind === 'call' && !isRead(one) ? 1 : 0),
  starve: (one, all) => (one.by.id % 3 === (all[0]?.by.id ?? 0) % 3 ? 0 : 1),
}

/** Even the unfair are fair now and then, or the starved would never be seen. */
const FAIR = 0.25

/** The place of what is done next. A sleeper's turn comes when his time has come, or nobody else is there. */
export function pickOne(pending: readonly Pending[], policy: Policy, now: number, chance: Chance): number {
  const ready = pending.filter((one) => one.kind === 'call' || one.until <= now)
  if (ready.length === 0) return soonest(pending)
  const like = LIKING[chance.happens(FAIR) ? 'any' : policy]
  const best = Math.max(...ready.map((one) => like(one, pending)))
  return pending.indexOf(chance.pick(ready.filter((one) => like(one, pending) === best)))
}

function soonest(pending: readonly Pending[]): number {
  const untils = pending.map((one) => (one.kind === 'nap' ? one.until : 0))
  return untils.indexOf(Math.min(...untils))
}

/** Calls nobody waits for. */
export const ghosts = (pending: readonly Pending[]): Call[] =>
  pending.filter((one): one is Call => one.kind === 'call' && (one.given === true || !one.by.alive))
