import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCloud, type CloudProcess } from './testing/cloud-process'
import { connect } from './testing/start-test-cloud'

/** `CRASH_ROUNDS=20 npx jest crash-rounds` for a longer try. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4)
const ACCOUNTS = Array.from({ length: 6 }, (_unused, at) => `account${at}`)
const EACH = 100

type Database = ReturnType<ReturnType<typeof connect>['database']>
type Transaction = Awaited<ReturnType<Database['startTransaction']>>

let folder: string
let program: Awaited<ReturnType<typeof buildCloud>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crash-rounds-'))
  program = await buildCloud()
})
afterAll(async () => {
  await program.remove()
  await rm(folder, { recursive: true, force: true })
})

async function fill(cloud: CloudProcess, db: Database) {
  const indexes = [{ name: 'number', fields: ['number'], unique: true }]
  const body = JSON.stringify([{ name: 'accounts' }, { name: 'moves', indexes }])
  await fetch(`${cloud.url}/local/collections`, { method: 'PUT', body })
  await db.collection('accounts').add(ACCOUNTS.map((_id) => ({ _id, left: EACH })))
}

/** Moves amounts between accounts and records each move in the same transaction, until the line breaks. */
async function moveUntilKilled(db: Database, mover: string, recorded: Set<string>) {
  const _ = db.command
  for (let n = 0; ; n++) {
    const move = { _id: `${mover}-${n}`, number: `${mover}-${n}`, amount: 1 + (n % 7) }
    const [from, to] = [ACCOUNTS[n % 6] as string, ACCOUNTS[(n * 5 + 1) % 6] as string]
    try {
      await db.runTransaction(async (transaction: Transaction) => {
        await transaction.collection('moves').add(move)
        await transaction
          .collection('accounts')
          .doc(from)
          .update({ left: _.inc(-move.amount) })
        await transaction
          .collection('accounts')
          .doc(to)
          .update({ left: _.inc(move.amount) })
      })
      recorded.add(move._id)
    } catch (error) {
      if ((error as { code?: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') return
    }
  }
}

async function check(db: Database, recorded: Set<string>) {
  const { data: accounts } = await db.collection('accounts').get()
  expect(accounts.reduce((sum: number, { left }: { left: number }) => sum + left, 0)).toBe(
    EACH * ACCOUNTS.length,
  )
  const ids = [...recorded]
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500)
    const { total } = await db
      .collection('moves')
      .where({ _id: db.command.in(some) })
      .count()
    expect(total).toBe(some.length)
  }
  const {
    data: [sums],
  } = await db
    .collection('moves')
    .aggregate()
    .group({ _id: null, n: db.command.aggregate.sum(1) })
    .end()
  expect(sums?.n ?? 0).toBeGreaterThanOrEqual(recorded.size)
}

test(
  `${ROUNDS} times killed under transactions: what was acknowledged is there, and the sum is what it was`,
  async () => {
    const dataDir = join(folder, 'data')
    const recorded = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      const cloud = await program.start(dataDir)
      const db = connect(cloud).database()
      if (round === 0) await fill(cloud, db)
      await check(db, recorded)
      const enough = recorded.size + 25
      const movers = [0, 1, 2, 3].map((mover) => moveUntilKilled(db, `${round}-${mover}`, recorded))
      while (recorded.size < enough) await new Promise((resolve) => setTimeout(resolve, 3))
      cloud.kill()
      await Promise.all([...movers, cloud.exited])
    }
    const last = await program.start(dataDir)
    await check(connect(last).database(), recorded)
    last.kill()
    await last.exited
  },
  60_000 + ROUNDS * 10_000,
)
