import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { CloudError } from '../engine/cloud-error'
import { newCredential } from '../gateway/credentials'
import type { Log } from '../log-line'
import { holdToLimits, tooMuchMemory } from './hold-to-limits'
import type { Caller, Invocation } from './invocation'
import { StackReader } from './stack-reader'
import { type ProcessSettings, startProcess } from './start-process'

export interface WorkerSettings extends ProcessSettings {
  name: string
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
  readonly #stacks: StackReader
  #process: ChildProcess

  constructor(readonly settings: WorkerSettings) {
    this.#stacks = new StackReader(settings.bundle)
    this.#process = startProcess(settings, this.credential)
    this.exited = new Promise((resolve) => {
      const end = () => {
        this.alive = false
        resolve()
      }
      this.#process.once('exit', end)
      // A process that could not be started never exits; one that has just ended cannot be spoken to.
      this.#process.on('error', () => (this.#process.pid === undefined ? end() : this.kill()))
    })
    this.ready = this.#await((outcome) => outcome.ready === true || outcome.failed !== undefined).then(
      (outcome) => {
        if (outcome.failed !== undefined) throw failed(this.#stacks.read(outcome.failed))
      },
    )
    this.#forwardOutput('stdout')
    this.#forwardOutput('stderr')
  }

  #forwardOutput(stream: 'stdout' | 'stderr') {
    const output = this.#process[stream]
    if (!output) return
    createInterface({ input: output }).on('line', (printed) => {
      const { name, log } = this.settings
      const text = this.#stacks.read(printed)
      log({ source: name, stream, text, ...(this.#lastId === undefined ? {} : { requestId: this.#lastId }) })
    })
  }

  /** The next message that is meant, or the end of the process. */
  #await(isMeant: (outcome: Outcome) => boolean): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        this.#process.off('message', onMessage)
        this.#process.off('exit', onExit)
        this.#process.off('error', onError)
      }
      const onMessage = (message: unknown) => {
        if (!isMeant(message as Outcome)) return
        finish()
        resolve(message as Outcome)
      }
      const onExit = (code: number | null, signal: string | null) => {
        finish()
        const { name, memoryMb } = this.settings
        // So ends a process whose heap is full.
        if (signal === 'SIGABRT') reject(tooMuchMemory(memoryMb))
        else reject(failed(`the process of ${name} exited with ${signal ?? code}`))
      }
      const onError = ({ message }: Error) => {
        finish()
        reject(failed(`the process of ${this.settings.name} cannot be reached: ${message}`))
      }
      this.#process.on('message', onMessage)
      this.#process.on('exit', onExit)
      this.#process.on('error', onError)
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
    const { memoryMb } = this.settings
    const kill = () => this.kill()
    const { broken, stop } = holdToLimits({ pid: this.#process.pid, memoryMb, timeoutMs, kill })
    try {
      const { result, error } = await Promise.race([answered, broken])
      if (error !== undefined) throw failed(this.#stacks.read(error))
      return result ?? 'null'
    } finally {
      stop()
      this.invocation = null
    }
  }

  kill() {
    this.alive = false
    this.#process.kill('SIGKILL')
  }
}
