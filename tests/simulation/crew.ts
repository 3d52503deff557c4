import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { Telling } from './history'
import type { Shrunk } from './shrink'
import { addAll, newTally, type Tally } from './tally'
import type { ThemeName } from './themes'
import type { Task } from './worker'

interface Results {
  histories: Tally
  trace: { lines: string[]; violations: string[] }
  shrink: Shrunk
  crashes: { places: Record<string, number>; failures: string[] }
}

/** Seeds a worker is given at a time. */
const CHUNK = 50

/** A history leaves much behind and nothing of it lasts. */
const YOUNG_MB = 64

/** Several workers, one for each processor, that run the same bundle. */
export class Crew {
  readonly #workers: Worker[]

  constructor(
    private readonly bundled: string,
    readonly size: number,
  ) {
    this.#workers = Array.from(
      { length: size },
      () => new Worker(bundled, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }),
    )
  }

  give<K extends Task['kind']>(index: number, task: Extract<Task, { kind: K }>): Promise<Results[K]> {
    const worker = this.#workers[index % this.size] as Worker
    return new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', ({ done, failed }: { done: Results[K]; failed?: string }) => {
        worker.off('error', reject)
        if (failed === undefined) resolve(done)
        else reject(new Error(failed))
      })
      worker.postMessage(task)
    })
  }

  /** All histories of these seeds, about one thing if it is named; no more are begun after `enough` failures. */
  async histories(
    from: number,
    seeds: number,
    { enough = Number.POSITIVE_INFINITY, theme }: { enough?: number; theme?: ThemeName | undefined } = {},
  ): Promise<Tally> {
    const tally = newTally()
    let next = from
    const work = async (index: number) => {
      while (next < from + seeds && tally.failures.length < enough) {
        const task = {
          kind: 'histories' as const,
          from: next,
          seeds: Math.min(CHUNK, from + seeds - next),
          theme,
        }
        next += task.seeds
        addAll(tally, await this.give<'histories'>(index, task))
      }
    }
    await Promise.all(this.#workers.map((_worker, index) => work(index)))
    tally.failures.sort((a, b) => a.seed - b.seed)
    return tally
  }

  trace = (telling: Omit<Telling, 'trace'>) => this.give<'trace'>(0, { kind: 'trace', telling })

  shrink = (seed: number, theme?: ThemeName) => this.give<'shrink'>(0, { kind: 'shrink', seed, theme })

  /** Every command killed at every call, shared out among the workers. */
  async crashes(): Promise<Results['crashes']> {
    const parts = await Promise.all(
      this.#workers.map((_worker, part) =>
        this.give<'crashes'>(part, { kind: 'crashes', part, parts: this.size }),
      ),
    )
    return {
      places: Object.assign({}, ...parts.map(({ places }) => places)) as Record<string, number>,
      failures: parts.flatMap(({ failures }) => failures),
    }
  }

  /** Nobody runs the bundle any more. */
  async dismiss(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
    await rm(this.bundled)
  }
}
