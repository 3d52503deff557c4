import { mkdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { requestFailed } from './cloud-error'
import { cutTail, findTornTail } from './log-tail'

export type Change = { type: 'put'; key: string; value: string } | { type: 'del'; key: string }

type Level = ClassicLevel<string, string>

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

  private constructor(
    readonly level: Level,
    readonly lock: Level,
  ) {}

  /** Nobody touches the documents, not even to mend them, before the directory is his. */
  static async open(directory: string, warn: (text: string) => void): Promise<DurableLog> {
    await mkdir(directory, { recursive: true })
    const place = await realpath(directory)
    if (openHere.has(place)) throw new Error(`the data directory ${directory} is in use by this process`)
    openHere.add(place)
    const documents = join(place, 'documents')
    const lock: Level = new ClassicLevel(join(place, 'lock'))
    try {
      await lock.open()
      await mend(documents, warn)
      // A database begins to open itself as soon as there is an object for it.
      const level: Level = new ClassicLevel(documents)
      await level.open()
      return new DurableLog(level, lock)
    } catch (error) {
      await lock.close()
      openHere.delete(place)
      throw new Error(`the data directory ${directory} ${problemOf(error as Error)}`, { cause: error })
    }
  }

  /** After a failed sync memory is ahead of the disk: nobody may read or write it until a restart reads the disk. */
  refuseIfBroken() {
    if (this.#broken) throw requestFailed(this.#broken)
  }

  append(changes: Change[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve()
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

  async #sync(changes: Change[]) {
    this.refuseIfBroken()
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
    await this.lock.close()
    openHere.delete(dirname(this.level.location))
  }
}

function problemOf(error: Error): string {
  const cause = error.cause as { code?: string; message?: string } | undefined
  return cause?.code === 'LEVEL_LOCKED'
    ? 'is in use by another process'
    : `cannot be opened: ${cause?.message ?? error.message}`
}

/** A tail that a crash tore is cut and told; damage in the middle is not for us to mend by forgetting. */
async function mend(place: string, warn: (text: string) => void) {
  const tail = await findTornTail(place)
  if (!tail) return
  if (tail.damaged)
    throw new Error(`${tail.file} is damaged after byte ${tail.whole}, before records that are whole`)
  await cutTail(tail)
  warn(`${tail.file}: a write was under way when the last process ended; its ${tail.torn} bytes were cut`)
}
