import { execFileSync } from 'node:child_process'
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import { collections } from '../../core/store/collections'
import type { CollectionName, Database } from '../../core/store/database'
import { waitForPlace } from '../../core/store/wait-for-place'
import type { House } from './open-house-process'

/** What the processes hold, when so many questions had been answered. */
export interface Held {
  answered: number
  /** Documents in the database, which a database in memory has to hold. */
  documents: number
  /** Bytes the cloud still needs after everything else was collected. */
  cloudHeld: number
  cloudRss: number
  workers: number
  /** The mean of the function processes, and the largest. */
  workerRss: number
  largestWorkerRss: number
}

export async function measure(house: House, answered: number): Promise<Held> {
  await breathe()
  const documents = await countDocuments(house.db)
  const cloudHeld = await house.held()
  const { own, below } = residentOf(house.pid)
  const total = below.reduce((sum, bytes) => sum + bytes, 0)
  return {
    answered,
    documents,
    cloudHeld,
    cloudRss: own,
    workers: below.length,
    workerRss: below.length === 0 ? 0 : Math.round(total / below.length),
    largestWorkerRss: Math.max(0, ...below),
  }
}

/** Resident memory of a process and of those it started. */
function residentOf(pid: number): { own: number; below: number[] } {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n')
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const bytes = (kib = 0) => kib * 1024
  return {
    own: bytes(processes.find(([id]) => id === pid)?.[2]),
    below: processes.filter(([, parent]) => parent === pid).map(([, , kib]) => bytes(kib)),
  }
}

/** At the peak functions have all places, again and again, for a minute. */
const placed = waitForPlace({ tries: 13, chance: Math.random, sleep: (ms) => pause(ms) })

type Countable = { count(): Promise<{ total: number }> }

async function countDocuments(db: Database): Promise<number> {
  let documents = 0
  for (const name of Object.keys(collections) as CollectionName[]) {
    const all = db.collection(name).where({ _id: db.command.exists(true) }) as unknown as Countable
    documents += (await placed(() => all.count())).total
  }
  return documents
}
