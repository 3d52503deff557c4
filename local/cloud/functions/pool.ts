import { CloudError } from '../engine/cloud-error'
import type { WorkerProcess } from './worker-process'

export interface PoolSettings {
  start: () => WorkerProcess
  ended: (worker: WorkerProcess) => void
  limit: number
  idleMs: number
}

/** The processes of one build of a function: reused while warm, started as calls overlap, up to a limit. */
export class Pool {
  #idle: WorkerProcess[] = []
  #all = new Set<WorkerProcess>()
  #expiries = new Map<WorkerProcess, NodeJS.Timeout>()
  #retired = false

  constructor(
    readonly name: string,
    readonly settings: PoolSettings,
  ) {}

  take(): WorkerProcess {
    const warm = this.#idle.pop()
    if (warm) {
      clearTimeout(this.#expiries.get(warm))
      return warm
    }
    const { limit, start } = this.settings
    if (this.#all.size >= limit)
      throw new CloudError(
        'EXCEED_CONCURRENT_REQUEST_LIMIT',
        `[LimitExceeded.ConcurrentExecutions] ${this.name} already handles ${limit} events`,
      )
    const worker = start()
    this.#all.add(worker)
    void worker.exited.then(() => this.#forget(worker))
    return worker
  }

  giveBack(worker: WorkerProcess) {
    if (!worker.alive) return
    if (this.#retired) {
      worker.kill()
      return
    }
    this.#idle.push(worker)
    this.#expiries.set(worker, setTimeout(() => worker.kill(), this.settings.idleMs).unref())
  }

  /** A process may also end while nobody uses it. */
  #forget(worker: WorkerProcess) {
    this.#all.delete(worker)
    this.#idle = this.#idle.filter((idle) => idle !== worker)
    clearTimeout(this.#expiries.get(worker))
    this.#expiries.delete(worker)
    this.settings.ended(worker)
  }

  /** A newer build has taken over: idle processes end now, busy ones after their event. */
  retire() {
    this.#retired = true
    for (const worker of this.#idle) worker.kill()
  }

  async close() {
    this.#retired = true
    for (const worker of this.#all) worker.kill()
    await Promise.all([...this.#all].map((worker) => worker.exited))
  }
}
