import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** One file as it was uploaded. `blob` names its bytes in the directory. */
export interface StoredFile {
  path: string
  blob: string
  bytes: number
  type: string
  at: string
  /** The openid of who uploaded it from his phone. */
  by?: string
}

type Description = Pick<StoredFile, 'path' | 'type' | 'at' | 'by'>

/** What stopped an upload that promised no size: it is more than a file may have. */
export class FileTooLarge extends Error {}

/**
 * Files by their path, which never becomes a path of this machine: a small record is named by the hash of the path and
 * points to the bytes. A record is written when its bytes are on disk, so an upload is there as a whole or not at all.
 */
export class StoredFiles {
  private constructor(readonly directory: string) {}

  /** Bytes that no record points to are left from an upload or a removal that was killed. */
  static async open(directory: string): Promise<StoredFiles> {
    await mkdir(directory, { recursive: true })
    const files = new StoredFiles(directory)
    const names = await readdir(directory)
    const records = names.filter((name) => name.endsWith('.json'))
    const kept = new Set(await Promise.all(records.map(async (name) => (await files.#read(name))?.blob)))
    const lost = names.filter((name) => !name.endsWith('.json') && !kept.has(name))
    await Promise.all(lost.map((name) => rm(join(directory, name), { force: true })))
    return files
  }

  find(path: string): Promise<StoredFile | null> {
    return this.#read(recordOf(path))
  }

  placeOf({ blob }: StoredFile): string {
    return join(this.directory, blob)
  }

  async put(
    { path, type, at, by }: Description,
    content: AsyncIterable<Buffer>,
    mostBytes: number,
  ): Promise<StoredFile> {
    const blob = randomUUID()
    try {
      const bytes = await this.#write(blob, content, mostBytes)
      const before = await this.find(path)
      const file = { path, blob, bytes, type, at, ...(by === undefined ? {} : { by }) }
      await this.#write(`${blob}.new`, [Buffer.from(JSON.stringify(file))], Number.POSITIVE_INFINITY)
      await rename(join(this.directory, `${blob}.new`), join(this.directory, recordOf(path)))
      if (before) await rm(this.placeOf(before), { force: true })
      return file
    } catch (error) {
      await rm(join(this.directory, blob), { force: true })
      throw error
    }
  }

  /** Whether there was such a file. */
  async remove(path: string): Promise<boolean> {
    const file = await this.find(path)
    if (!file) return false
    await rm(join(this.directory, recordOf(path)), { force: true })
    await rm(this.placeOf(file), { force: true })
    return true
  }

  async #write(name: string, content: AsyncIterable<Buffer> | Iterable<Buffer>, mostBytes: number) {
    const handle = await open(join(this.directory, name), 'w', 0o600)
    let bytes = 0
    try {
      for await (const chunk of content) {
        bytes += chunk.length
        if (bytes > mostBytes) throw new FileTooLarge(`a file may have at most ${mostBytes} bytes`)
        await handle.write(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    return bytes
  }

  async #read(name: string): Promise<StoredFile | null> {
    try {
      return JSON.parse(await readFile(join(this.directory, name), 'utf8')) as StoredFile
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }
}

const recordOf = (path: string) => `${createHash('sha256').update(path).digest('hex')}.json`
