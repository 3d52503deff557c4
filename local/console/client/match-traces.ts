import { askServer } from './ask-server'

/** One event in the cloud, as the local cloud noted it. */
interface Trace {
  id: string
  function: string
  trigger: string
  openid?: string
  calls: unknown[]
  depth: number
}

/** A request of a phone that waits for what the cloud says about it. */
export interface Untraced {
  openid: string
  name: string
  show: (calls: number, depth: number) => void
}

let waiting: Untraced[] = []
let used: Set<string> | undefined

/** What was traced before this page opened belongs to nobody here. */
export async function forgetEarlierTraces(): Promise<void> {
  const traces = await askServer<Trace[]>('/local/traces')
  used = new Set(traces.map(({ id }) => id))
}

export function awaitTrace(request: Untraced): void {
  waiting.push(request)
}

/** Gives every waiting request the earliest trace of its function and person that nobody has taken. */
export async function matchTraces(): Promise<void> {
  if (waiting.length === 0 || !used) return
  const asked = waiting
  waiting = []
  const taken = used
  const traces = await askServer<Trace[]>('/local/traces')
  for (const { openid, name, show } of asked) {
    const trace = traces.find(
      (each) =>
        each.trigger === 'wx' && each.openid === openid && each.function === name && !taken.has(each.id),
    )
    if (!trace) continue
    taken.add(trace.id)
    show(trace.calls.length, trace.depth)
  }
}
