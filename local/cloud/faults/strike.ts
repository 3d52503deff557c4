import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { CloudError, transactionConflict } from '../engine/cloud-error'
import type { FaultRule } from './fault-rule'
import type { CallAbout, Faults } from './faults'

/** There is no answer as the SDK knows one: the line is cut, or a server before the database speaks. */
export class NoAnswer extends Error {
  constructor(readonly status: 503 | null) {
    super(status === null ? 'the line is cut' : `status ${status}`)
  }
}

/** What the caller gets instead of an answer. */
export function breakOff(response: ServerResponse, { status }: NoAnswer) {
  if (status === null) response.destroy()
  else response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Service Unavailable</h1>')
}

/** Let the call go wrong as its rule says: `work` carries it out, `kill` ends the process that called. */
export async function strike<T>(
  { fault, ms = 0 }: FaultRule,
  work: () => Promise<T>,
  kill: () => void,
): Promise<T> {
  switch (fault) {
    case 'conflict':
      throw transactionConflict()
    case 'quota':
      throw new CloudError('EXCEED_REQUEST_LIMIT', '[LimitExceeded.RequestLimit] the quota is used up')
    case 'server-error':
      throw new NoAnswer(503)
    case 'duplicate':
      await work()
      return work()
    case 'slow':
      await sleep(ms)
      return work()
    case 'timeout-before':
      return silence(ms)
    case 'timeout-after':
      // What went wrong in it is lost with the answer.
      await Promise.allSettled([work()])
      return silence(ms)
    case 'kill-before':
      kill()
      return silence(0)
    case 'kill-after':
      await Promise.allSettled([work()])
      kill()
      return silence(0)
  }
}

async function silence(ms: number): Promise<never> {
  await sleep(ms)
  throw new NoAnswer(null)
}

/** Work that no function asked for, and that may be made to go wrong by the name of its action. */
export function tempt<T>(
  faults: Faults,
  about: Omit<CallAbout, 'number'>,
  work: () => Promise<T>,
): Promise<T> {
  const rule = faults.draw({ ...about, number: 1 })
  return rule ? strike(rule, work, () => undefined) : work()
}
