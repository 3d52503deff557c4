import { CloudError } from '../engine/cloud-error'
import { watchMemory } from './watch-memory'

export interface Held {
  pid: number | undefined
  memoryMb: number
  timeoutMs: number
  kill(): void
}

export const tooMuchMemory = (limitMb: number) =>
  new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `Memory limit exceeded: ${limitMb} MB`)

/** Ends a process whose event takes too long or too much memory: `broken` is rejected then. `stop` when the event is over. */
export function holdToLimits({ pid, memoryMb, timeoutMs, kill }: Held): {
  broken: Promise<never>
  stop(): void
} {
  const stops: (() => void)[] = []
  const broken = new Promise<never>((_, reject) => {
    const end = (reason: CloudError) => {
      reject(reason)
      kill()
    }
    const late = `Invoking task timed out after ${timeoutMs / 1000} seconds`
    const expiry = setTimeout(() => end(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', late)), timeoutMs)
    stops.push(
      () => clearTimeout(expiry),
      watchMemory(pid, memoryMb, () => end(tooMuchMemory(memoryMb))),
    )
  })
  const stop = () => {
    for (const each of stops) each()
  }
  return { broken, stop }
}
