import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Clock, ClockReading } from '../clock'
import { type FunctionConfig, limitsOf } from '../cloudbaserc'
import { CloudError } from '../engine/cloud-error'
import type { Credentials } from '../gateway/credentials'
import type { Log } from '../log-line'
import type { Traces, Trigger } from '../trace'
import { eventContext, eventEnvironment } from './event-environment'
import { checkEnvironment, type EnvironmentSettings, functionEnvironment } from './function-environment'
import { type Caller, Invocation } from './invocation'
import { Pool } from './pool'
import { WorkerProcess } from './worker-process'

export interface HostSettings extends EnvironmentSettings {
  root: string | undefined
  credentials: Credentials<Caller>
  clock: Clock
  traces: Traces
  log: Log
}

export interface InvokeOptions {
  trigger: Trigger
  openid?: string | undefined
  /** The time this one event sees; otherwise the cloud's. */
  clock?: ClockReading | undefined
}

/** Runs built functions as the platform does: child processes, one event at a time in each. */
export class FunctionHost {
  #pools = new Map<string, { builtAt: number; pool: Pool }>()
  #retired = new Set<Pool>()

  constructor(readonly settings: HostSettings) {
    for (const each of settings.config.functions) checkEnvironment(each, settings)
  }

  /** `event` and the result are JSON text. */
  async invoke(name: string, event: string, { trigger, openid, clock }: InvokeOptions): Promise<string> {
    const { limits, traces } = this.settings
    if (Buffer.byteLength(event) > limits.eventBytes)
      throw new CloudError('FUNCTIONS_PARAM_INVALID', `an event may have at most ${limits.eventBytes} bytes`)
    // The time of the call, not of when a process was found for it.
    const invocation = new Invocation(name, trigger, openid, clock ?? this.settings.clock.reading)
    const { trace } = invocation
    const pool = await this.#poolOf(name)
    const started = performance.now()
    traces.add(trace)
    try {
      return await this.#run(pool, invocation, event)
    } catch (error) {
      trace.code = error instanceof CloudError ? error.code : 'SYS_ERR'
      throw error
    } finally {
      trace.ms = performance.now() - started
    }
  }

  async #run(pool: Pool, invocation: Invocation, event: string): Promise<string> {
    const { envId } = this.settings.config
    const worker = pool.take()
    try {
      const environment = eventEnvironment(invocation)
      const limits = limitsOf(this.#configOf(pool.name))
      const context = eventContext(invocation, envId, limits, {
        TCB_ENV: envId,
        SCF_NAMESPACE: envId,
        ...environment,
      })
      const result = await worker.run(invocation, { event, environment, context }, limits.timeoutMs)
      return this.#checkSize(result)
    } finally {
      pool.giveBack(worker)
    }
  }

  #checkSize(result: string): string {
    const { eventBytes } = this.settings.limits
    if (Buffer.byteLength(result) <= eventBytes) return result
    throw new CloudError(
      'FUNCTIONS_EXECUTE_FAIL',
      `The size of response exceeds the upper limit (${eventBytes} bytes)`,
    )
  }

  #configOf(name: string): FunctionConfig {
    return this.settings.config.functions.find((one) => one.name === name) ?? { name }
  }

  /** A rebuilt bundle gets new processes. */
  async #poolOf(name: string): Promise<Pool> {
    const bundle = this.#bundleOf(name)
    const builtAt = await stat(bundle).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.NaN,
    )
    if (Number.isNaN(builtAt)) throw notFound(name)
    const known = this.#pools.get(name)
    if (known?.builtAt === builtAt) return known.pool
    if (known) {
      known.pool.retire()
      this.#retired.add(known.pool)
    }
    const pool = this.#newPool(name, bundle)
    this.#pools.set(name, { builtAt, pool })
    return pool
  }

  #bundleOf(name: string): string {
    const { root } = this.settings
    if (root === undefined || !/^[A-Za-z][\w-]{0,59}$/.test(name)) throw notFound(name)
    return join(resolve(root), name, 'index.js')
  }

  #newPool(name: string, bundle: string): Pool {
    const { credentials, limits, log } = this.settings
    const config = this.#configOf(name)
    const start = () => {
      const { memoryMb } = limitsOf(config)
      const worker = new WorkerProcess({
        name,
        bundle,
        environment: functionEnvironment(config, this.settings),
        memoryMb,
        log,
      })
      credentials.grant(worker.credential, worker)
      return worker
    }
    const ended = (worker: WorkerProcess) => credentials.revoke(worker.credential)
    return new Pool(name, { start, ended, limit: limits.functionConcurrency, idleMs: limits.idleMs })
  }

  async close() {
    const pools = [...this.#retired, ...[...this.#pools.values()].map(({ pool }) => pool)]
    await Promise.all(pools.map((pool) => pool.close()))
  }
}

const notFound = (name: string) =>
  new CloudError(
    'FUNCTION_NOT_FOUND',
    `[ResourceNotFound.FunctionName] FunctionName parameter could not be found: ${name}`,
  )
