import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sign } from '@cloudbase/signature-nodejs'
import { buildCloud } from '../../local/cloud/testing/cloud-process'
import { connect } from '../../local/cloud/testing/start-test-cloud'

const IN_FLIGHT = 16
const DOCUMENTS = 1000

export interface CloudSpeed {
  work: string
  perSecond: number
  /** The processor's time of this process for one call: the SDK, its signature included. */
  clientMicros: number
  /** Of that, what the signatures alone take. */
  signingMicros: number
}

type Database = ReturnType<ReturnType<typeof connect>['database']>
type Transaction = Awaited<ReturnType<Database['startTransaction']>>

const idOf = (n: number) => `account-${n % DOCUMENTS}`

/** What is asked, and how many calls of the SDK one of it is. */
const works: [work: string, calls: number, run: (db: Database, n: number) => Promise<unknown>][] = [
  ['reads', 1, (db, n) => db.collection('accounts').doc(idOf(n)).get()],
  [
    'updates',
    1,
    (db, n) =>
      db
        .collection('accounts')
        .doc(idOf(n))
        .update({ left: db.command.inc(1) }),
  ],
  ['five-step transactions', 5, moveBetween],
]

/** Begins, reads one, changes two, commits. Those in flight at the same time touch different documents. */
async function moveBetween(db: Database, n: number) {
  const transaction: Transaction = await db.startTransaction()
  const accounts = transaction.collection('accounts')
  await accounts.doc(idOf(2 * n)).get()
  await accounts.doc(idOf(2 * n)).update({ left: db.command.inc(-1) })
  await accounts.doc(idOf(2 * n + 1)).update({ left: db.command.inc(1) })
  await transaction.commit()
}

/** Through the real SDK on loopback, the cloud in a process of its own. */
export async function measureCloudSpeed(seconds: number): Promise<CloudSpeed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-speed-'))
  const program = await buildCloud()
  const cloud = await program.start(join(folder, 'data'))
  try {
    const db = connect(cloud).database()
    await db.createCollection('accounts')
    const documents = Array.from({ length: DOCUMENTS }, (_unused, n) => ({
      _id: idOf(n),
      left: 100,
      name: 'somebody',
    }))
    await db.collection('accounts').add(documents)
    const signing = measureSigning()
    const speeds: CloudSpeed[] = []
    for (const [work, calls, run] of works) {
      await drive(0.5, (n) => run(db, n))
      const { done, wall, micros } = await drive(seconds, (n) => run(db, n))
      speeds.push({
        work,
        perSecond: Math.round(done / wall),
        clientMicros: Math.round(micros / done),
        signingMicros: Math.round(signing * calls),
      })
    }
    return speeds
  } finally {
    cloud.kill()
    await cloud.exited
    await program.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

async function drive(seconds: number, work: (n: number) => Promise<unknown>) {
  const end = performance.now() + seconds * 1000
  let [started, done] = [0, 0]
  const before = process.cpuUsage()
  const from = performance.now()
  const lane = async () => {
    while (performance.now() < end) {
      await work(started++)
      done++
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  const { user, system } = process.cpuUsage(before)
  return { done, wall: (performance.now() - from) / 1000, micros: user + system }
}

/** Microseconds of the processor for one signature of a typical call. */
function measureSigning(): number {
  const call = () =>
    sign({
      secretId: 'AKIDlocal',
      secretKey: 'secret',
      method: 'post',
      url: 'http://127.0.0.1:8787/admin?env=local&seqId=1',
      params: {
        action: 'database.getDocument',
        collectionName: 'accounts',
        query: '{"_id":"account-1"}',
        queryType: 'DOC',
      },
      headers: {
        'content-type': 'application/json',
        host: '127.0.0.1:8787',
        'user-agent': 'tcb-node-sdk/3.18.3',
      },
      withSignedParams: true,
      timestamp: 1_700_000_000,
    })
  for (let n = 0; n < 500; n++) call()
  const before = process.cpuUsage()
  for (let n = 0; n < 2000; n++) call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 2000
}
