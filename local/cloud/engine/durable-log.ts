import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { requestFailed } from './cloud-error'

export type Change = { type: 'put'; key: string; value: string } | { type: 'del'; key: string }

interface Waiting {
  changes: Change[]
  done: () => void
  failed: (error: unknown) => void
}

/**
 * Everything on disk. Writes that arrive while one is being synced go down together with the next sync, in order, so
 * what is acknowledged survives a killed process and nothing is ever on disk without what came before it.
 */
export class DurableLog {
  #waiting: Waiting[] = []
  #flushing: Promise<void> | null = null
  #broken: string | null = null

  private constructor(readonly level: ClassicLevel<string, string>) {}

  static async open(directory: string): Promise<DurableLog> {
    await mkdir(directory, { recursive: true })
    const level = new ClassicLevel<string, string>(join(directory, 'documents'))
    try {
      await level.open()
    } catch (error) {
      const cause = (error as { cause?: { code?: string; message?: string } }).cause
      if (cause?.code === 'LEVEL_LOCKED')
        throw new Error(`the data directory ${directory} is in use by another process`, { cause: error })
      throw new Error(`cannot open the data directory ${directory}: ${cause?.message}`, { cause: error })
    }
    return new DurableLog(level)
  }

  append(changes: Change[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve()
    if (this.#broken) return Promise.reject(requestFailed(this.#broken))
    return new Promise((done, failed) => {
      this.#waiting.push({ changes, done, failed })
      this.#flushing ??= this.#flush()
    })
  }

  async #flush() {
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      try {
        await this.#sync(group.flatMap(({ changes }) => changes))
        for (const { done } of group) done()
      } catch (error) {
        for (const { failed } of group) failed(error)
      }
    }
    this.#flushing = null
  }

  /** After a failed sync memory is ahead of the disk, so nothing more is accepted until a restart reads the disk. */
  async #sync(changes: Change[]) {
    if (this.#broken) throw requestFailed(this.#broken)
    try {
      await this.level.batch(changes, { sync: true })
    } catch (error) {
      this.#broken = `writing to disk failed, restart the cloud: ${(error as Error).message}`
      throw requestFailed(this.#broken)
    }
  }

  async close() {
    await this.#flushing
    await this.level.close()
  }
}
