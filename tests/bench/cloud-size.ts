import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ClassicLevel } from 'classic-level'
import type { Change } from '../../local/cloud/engine/durable-log'
import { stored } from '../../local/cloud/engine/load-collections'
import { Version } from '../../local/cloud/engine/row'
import { Store } from '../../local/cloud/engine/store'
import { databaseActions } from '../../local/cloud/gateway/database-actions'

export interface CloudSize {
  documents: number
  startSeconds: number
  /** Processor's time of the start: what it takes on a machine with nothing else to do. */
  startProcessorSeconds: number
  /** Of memory for one document, its place in two indexes included. */
  bytesEach: number
  /** The first twenty of an owner's documents in their order, by an index. */
  queryMicros: number
}

const INDEXES = [
  { name: 'owner_seq', fields: ['owner', '-seq'] },
  { name: 'code', fields: ['code'], unique: true },
]

const small = (n: number) =>
  `{"_id":"document-${n}","owner":"owner-${n % 50}","seq":{"$numberInt":"${n}"},"code":"c${n}","at":{"$date":{"$numberLong":"1764000000000"}},"name":"a small document"}`

/** Starts over so many small documents and asks an indexed query. */
export async function measureCloudSize(documents: number): Promise<CloudSize> {
  const directory = await mkdtemp(join(tmpdir(), 'cloud-size-'))
  try {
    await fill(directory, documents)
    const [heap, processor, from] = [usedBytes(), process.cpuUsage(), performance.now()]
    const store = await Store.open({ directory })
    const startSeconds = (performance.now() - from) / 1000
    const { user, system } = process.cpuUsage(processor)
    const bytesEach = Math.round((usedBytes() - heap) / documents)
    const queryMicros = await measureQuery(store)
    await store.close()
    return {
      documents,
      startSeconds: tenths(startSeconds),
      startProcessorSeconds: tenths((user + system) / 1e6),
      bytesEach,
      queryMicros,
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const tenths = (value: number) => Math.round(value * 10) / 10

/** As the cloud would have written them, but not each synced. */
async function fill(directory: string, documents: number) {
  const store = await Store.open({ directory })
  await store.createCollection('docs')
  for (const index of INDEXES) await store.createIndex('docs', index)
  await store.close()
  const level = new ClassicLevel<string, string>(join(directory, 'documents'))
  for (let from = 0; from < documents; from += 5000) {
    const changes: Change[] = []
    for (let n = from; n < Math.min(from + 5000, documents); n++)
      changes.push(stored.document('docs', JSON.stringify(`document-${n}`), Version.ofText(small(n))))
    await level.batch(changes)
  }
  await level.close()
}

async function measureQuery(store: Store): Promise<number> {
  const ask = (n: number) =>
    databaseActions['database.getDocument']?.(
      store,
      {
        collectionName: 'docs',
        queryType: 'WHERE',
        query: `{"owner":{"$eq":"owner-${n % 50}"}}`,
        order: '{"seq":{"$numberInt":"-1"}}',
        limit: 20,
      },
      0,
    )
  for (let n = 0; n < 2000; n++) await ask(n)
  const before = process.cpuUsage()
  for (let n = 0; n < 5000; n++) await ask(n)
  const { user, system } = process.cpuUsage(before)
  return tenths((user + system) / 5000)
}

/** Heap and what lies beside it, after everything unused is gone. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
