import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Credential } from '../gateway/credentials'

export interface ProcessSettings {
  bundle: string
  environment: Record<string, string>
  memoryMb: number
}

/** V8 gives up before the whole limit is heap, as a process needs memory beside it. */
const heapOf = (memoryMb: number) => Math.floor(memoryMb * 0.8)

/** Starts the process of a function; it says when it has loaded its bundle. */
export function startProcess(
  { bundle, environment, memoryMb }: ProcessSettings,
  { secretId, secretKey, sessionToken }: Required<Credential>,
): ChildProcess {
  return fork(join(__dirname, 'worker/run.cjs'), [bundle], {
    execArgv: ['-r', join(__dirname, 'worker/move-clock.cjs'), `--max-old-space-size=${heapOf(memoryMb)}`],
    env: {
      ...environment,
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      TENCENTCLOUD_SESSIONTOKEN: sessionToken,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}
