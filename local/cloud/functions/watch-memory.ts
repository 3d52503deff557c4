import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

const LOOK_MS = 50
/** The kernel counts memory in pages of this size on every machine that CloudBase and we run on. */
const PAGE_BYTES = 4096
const isKnown = existsSync('/proc/self/statm')

/**
 * Tells once when a process has taken more memory of its own than this: on the heap or beside it, but not the program
 * it shares with others. Only Linux says so; elsewhere the limit of the heap is all there is. Stops when asked to.
 */
export function watchMemory(pid: number | undefined, limitMb: number, exceeded: () => void): () => void {
  if (!isKnown || pid === undefined) return () => undefined
  const look = setInterval(() => {
    void ownMegabytes(pid).then((megabytes) => {
      if (megabytes <= limitMb) return
      clearInterval(look)
      exceeded()
    })
  }, LOOK_MS)
  return () => clearInterval(look)
}

/** Nothing for a process that has just ended. */
async function ownMegabytes(pid: number): Promise<number> {
  try {
    const [, resident = 0, shared = 0] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ').map(Number)
    return ((resident - shared) * PAGE_BYTES) / 2 ** 20
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0
    throw error
  }
}
