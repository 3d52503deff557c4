import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CloudError } from '../engine/cloud-error'
import { newCredential } from '../gateway/credentials'
import type { Log } from '../log-line'
import type { Caller, Invocation } from './invocation'

export interface WorkerSettings {
  name: string
  bundle: string
  environment: Record<string, string>
  memoryMb: number
  log: Log
}

export interface WorkerEvent {
  event: string
  environment: Record<string, string>
  context: object
}

interface Outcome {
  id?: string
  ready?: true
  failed?: string
  result?: string
  error?: string
}

const failed = (message: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', message)

/** A process of one function. Its credential is its own, so the gateway knows whose call a call is. */
export class WorkerProcess implements Caller {
  readonly credential = newCredential()
  readonly ready: Promise<void>
  readonly exited: Promise<void>
  invocation: Invocation | null = null
  alive = true
  #lastId: string | undefined
  #process: ChildProcess

  constructor(readonly settings: WorkerSettings) {
    const { secretId, secretKey, sessionToken } = this.credential
    this.#process = fork(join(__dirname, 'worker/run.cjs'), [settings.bundle], {
      execArgv: ['-r', join(__dirname, 'worker/move-clock.cjs'), `--max-old-space-size=${settings.memoryMb}`],
      env: {
        ...settings.environment,
        TENCENTCLOUD_SECRETID: secretId,
        TENCENTCLOUD_SECRETKEY: secretKey,
        TENCENTCLOUD_SESSIONTOKEN: sessionToken,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.exited = new Promise((resolve) => {
      this.#process.once('exit', () => {
        this.alive = false
        resolve()
      })
    })
    this.ready = this.#await((outcome) => outcome.ready === true || outcome.failed !== undefined).then(
      (outcome) => {
        if (outcome.failed !== undefined) throw failed(outcome.failed)
      },
    )
    this.#forwardOutput('stdout')
    this.#forwardOutput('stderr')
  }

  #forwardOutput(stream: 'stdout' | 'stderr') {
    const output = this.#process[stream]
    if (!output) return
    createInterface({ input: output }).on('line', (text) => {
      const { name, log } = this.settings
      log({ source: name, stream, text, ...(this.#lastId === undefined ? {} : { requestId: this.#lastId }) })
    })
  }

  /** The next message that is meant, or the end of the process. */
  #await(isMeant: (outcome: Outcome) => boolean): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        this.#process.off('message', onMessage)
        this.#process.off('exit', onExit)
      }
      const onMessage = (message: unknown) => {
        if (!isMeant(message as Outcome)) return
        finish()
        resolve(message as Outcome)
      }
      const onExit = (code: number | null, signal: string | null) => {
        finish()
        reject(failed(`the process of ${this.settings.name} exited with ${signal ?? code}`))
      }
      this.#process.on('message', onMessage)
      this.#process.on('exit', onExit)
    })
  }

  /** Hands one event over; the time it takes to start the process does not count against the function. */
  async run(
    invocation: Invocation,
    { event, environment, context }: WorkerEvent,
    timeoutMs: number,
  ): Promise<string> {
    await this.ready
    this.invocation = invocation
    this.#lastId = invocation.id
    const { id, clock } = invocation
    const answered = this.#await((outcome) => outcome.id === id)
    this.#process.send({ id, event, environment, context, clock })
    let expiry: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      expiry = setTimeout(() => {
        this.kill()
        const limit = `Invoking task timed out after ${timeoutMs / 1000} seconds`
        reject(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', limit))
      }, timeoutMs)
    })
    try {
      const { result, error } = await Promise.race([answered, late])
      if (error !== undefined) throw failed(error)
      return result ?? 'null'
    } finally {
      clearTimeout(expiry)
      this.invocation = null
    }
  }

  kill() {
    this.alive = false
    this.#process.kill('SIGKILL')
  }
}
