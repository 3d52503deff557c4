import { mkdir, realpath } from 'node:fs/promises'
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
 * LevelDB's lock is of the process. A second attempt of the same process is refused but, in closing the lock file,
 * lets go of the lock, and the next process walks in; so a second attempt must not reach LevelDB.
 */
const openHere = new Set<string>()

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
    const place = join(await realpath(directory), 'documents')
    if (openHere.has(place)) throw new Error(`the data directory ${directory} is in use by this process`)
    openHere.add(place)
    const level = new ClassicLevel<string, string>(place)
    try {
      await level.open()
    } catch (error) {
      openHere.delete(place)
      const cause = (error as { cause?: { code?: string; message?: string } }).cause
      const problem =
        cause?.code === 'LEVEL_LOCKED'
          ? 'is in use by another process'
          : `cannot be opened: ${cause?.message}`
      throw new Error(`the data directory ${directory} ${problem}`, { cause: error })
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
    openHere.delete(this.level.location)
  }
}
