import type { Trace } from '../../local/cloud/trace'
import type { Product } from '../open-product'

/** What one question costs, counted where the calls arrive. */
export interface Count {
  procedure: string
  /** Calls of the database. */
  calls: number
  /** How many of them wait for one another: round trips. */
  depth: number
  /** The round trip after which what was asked stands; null when nothing is written. */
  commitDepth: number | null
  /** Calls up to and with the one that commits. */
  callsToCommit: number | null
}

const WRITES = ['database.insertDocument', 'database.modifyDocument']

/** Ask, and count what the function called; `commitsTo` is the collection whose write decides. */
export async function countCalls(
  product: Product,
  procedure: string,
  commitsTo: 'members' | 'redemptions' | null,
  ask: () => Promise<unknown>,
): Promise<Count> {
  const { calls, depth } = await traceOf(product, ask)
  const commit = calls.findIndex(
    ({ action, collection }) => collection === commitsTo && WRITES.includes(action),
  )
  if (commitsTo !== null && commit < 0) throw new Error(`${procedure} committed nothing`)
  return {
    procedure,
    calls: calls.length,
    depth,
    commitDepth: calls[commit]?.depth ?? null,
    callsToCommit: commit < 0 ? null : commit + 1,
  }
}

/** What the one function did that this question reached. */
export async function traceOf({ cloud }: Product, ask: () => Promise<unknown>): Promise<Trace> {
  const before = cloud.traces().at(-1)?.id
  await ask()
  const traces = cloud.traces()
  const fresh = traces.slice(traces.findIndex(({ id }) => id === before) + 1)
  const [trace] = fresh
  if (trace === undefined || fresh.length !== 1) throw new Error(`${fresh.length} functions were reached`)
  return trace
}
