import { randomUUID } from 'node:crypto'
import type { LedgerLine } from '../../core/contract'
import { readMany } from '../../core/store/database'
import { openProduct, type Product } from '../open-product'
import { type Count, traceOf } from './count-calls'
import { countProcedures } from './count-procedures'

let product: Product
let counts: Map<string, Count>
beforeAll(async () => {
  product = await openProduct()
  counts = new Map((await countProcedures(product)).map((count) => [count.procedure, count]))
})
afterAll(() => product.close())

interface Budget {
  calls: number
  depth: number
  commitDepth?: number
  callsToCommit?: number
}

test.each<[string, Budget]>([
  ['member.home', { calls: 1, depth: 1 }],
  ['member.join', { calls: 6, depth: 3, commitDepth: 2 }],
  ['cashier.settleBill', { calls: 7, depth: 3, commitDepth: 2, callsToCommit: 4 }],
  ['cashier.settleBill with a bill number', { calls: 8, depth: 4, commitDepth: 3 }],
  ['pos, one order of a member', { calls: 8, depth: 4, commitDepth: 3 }],
  ['pos, one order of a guest', { calls: 2, depth: 2 }],
  ['mall.list', { calls: 3, depth: 1 }],
  ['mall.claim with a finite stock', { calls: 9, depth: 4, commitDepth: 3 }],
  ['mall.claim without a limit', { calls: 6, depth: 3, commitDepth: 2 }],
  ['cashier.redeemCode', { calls: 3, depth: 2, commitDepth: 2 }],
  ['points.ledger', { calls: 2, depth: 1 }],
  ['points.arrivals', { calls: 1, depth: 1 }],
  // The same tick looks whether his letters are worth a message: two round trips more.
  ['jobs, for each member swept', { calls: 6, depth: 5 }],
])('%s costs no more than %j', (procedure, budget) => {
  const count = counts.get(procedure)
  if (count === undefined) throw new Error(`${procedure} was not counted`)
  expect(count.calls).toBeLessThanOrEqual(budget.calls)
  expect(count.depth).toBeLessThanOrEqual(budget.depth)
  expect(count.commitDepth).toBe(budget.commitDepth ?? null)
  if (budget.callsToCommit !== undefined)
    expect(count.callsToCommit).toBeLessThanOrEqual(budget.callsToCommit)
})

test('every procedure that is counted has a budget', () => {
  expect(counts.size).toBe(13)
})

test('a page of the ledger costs the same with 10 lines and with 1000, by index', async () => {
  const diner = 'bench-ledger'
  const { member } = await product.told(diner, 'member', 'join', { key: randomUUID() })
  const _ = product.db.command
  const [line] = await readMany<LedgerLine>(
    product.db
      .collection('entries')
      .where({ member: _.eq(member) })
      .limit(1),
  )
  const page = () => traceOf(product, () => product.told(diner, 'points', 'ledger', {}))
  const addLines = (from: number, to: number) => {
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    const rows = numbers.map((seq) => ({ ...line, _id: `${member}.${seq}`, id: `${member}.${seq}`, seq }))
    return product.db.collection('entries').add(rows)
  }
  const cost = async () => {
    const { calls, depth } = await page()
    const entries = calls.find(({ collection }) => collection === 'entries')
    return { calls: calls.length, depth, plan: entries?.plan, examined: entries?.examined ?? 0 }
  }
  await addLines(2, 10)
  const short = await cost()
  await addLines(11, 1000)
  const long = await cost()
  expect(short).toEqual({ calls: 2, depth: 1, plan: 'index member_-seq', examined: 10 })
  expect(long).toEqual({ ...short, examined: 21 })
})
