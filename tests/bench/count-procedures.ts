import { randomUUID } from 'node:crypto'
import type { MemberId } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { sendOrders } from '../../local/restaurant/till'
import { CASHIER, type Product } from '../open-product'
import { type Count, countCalls, traceOf } from './count-calls'

/** The count takes less: what it leaves to the sweeper is due by then. */
const LATER_MS = 10 * 60_000
const DINER = 'bench-diner'
const key = () => randomUUID()

/** The meal, question by question, by functions that have been called before. */
export async function countProcedures(product: Product): Promise<Count[]> {
  const { ask, told } = product
  const later = { clock: new Date(Date.now() + LATER_MS) }
  await warm(product, later)
  const counts: Count[] = []
  const count = async (
    name: string,
    commitsTo: Parameters<typeof countCalls>[2],
    work: () => Promise<unknown>,
  ) => counts.push(await countCalls(product, name, commitsTo, work))

  const { member } = await told(DINER, 'member', 'join', { key: key() })
  await count('member.join', 'members', () => told('bench-other', 'member', 'join', { key: key() }))
  await count('member.home', null, () => told(DINER, 'member', 'home', {}))

  const { code } = await told(DINER, 'member', 'code', {})
  const { visit } = (await told(CASHIER, 'cashier', 'identify', { key: key(), code })).guest
  const bill = { visit, amount: 50_000 }
  const settle = (more: object) => () =>
    told(CASHIER, 'cashier', 'settleBill', { key: key(), ...bill, ...more })
  await count('cashier.settleBill', 'members', settle({}))
  await count('cashier.settleBill with a bill number', 'members', settle({ billNo: 'B-1' }))
  await count('pos, one order of a member', 'members', () => sendBill(product, 'P-1', member as MemberId))
  await count('pos, one order of a guest', null, () => sendBill(product, 'P-2'))

  const claim = (reward: string) => () => told(DINER, 'mall', 'claim', { key: key(), reward })
  await count('mall.list', null, () => told(DINER, 'mall', 'list', {}))
  await count('mall.claim with a finite stock', 'members', claim('dessert'))
  await count('mall.claim without a limit', 'members', claim('side-dish'))
  const { redemption } = await told(DINER, 'mall', 'claim', { key: key(), reward: 'drink' })
  await count('cashier.redeemCode', 'redemptions', () =>
    told(CASHIER, 'cashier', 'redeemCode', { key: key(), code: redemption.code }),
  )

  await count('points.ledger', null, () => told(DINER, 'points', 'ledger', {}))
  await count('points.arrivals', null, () => ask(DINER, 'points', 'arrivals', { since: 0 }))
  counts.push(await countSweep(product, later))
  return counts
}

/** Every function has a process that knows the programme; what is done by the hour is done for the hour of the count. */
async function warm(product: Product, later: { clock: Date }): Promise<void> {
  const { told, cloud } = product
  await told('bench-first', 'member', 'join', { key: key() })
  await told('bench-first', 'mall', 'list', {})
  await told('bench-first', 'points', 'ledger', {})
  await told(CASHIER, 'cashier', 'desk', {})
  await sendBill(product, 'P-0')
  await cloud.invoke('jobs', {}, later)
}

async function sendBill({ cloud, branches }: Product, order_id: string, member?: MemberId): Promise<void> {
  const [branch] = await branches()
  if (branch === undefined) throw new Error('the restaurant has no branch')
  const till = { url: cloud.url, branch: branch._id, key: branch.tillKey }
  const order = { order_id, paid_at: instantOf(new Date()), amount_fen: 5000 }
  const [result] = await sendOrders(till, [{ ...order, ...(member === undefined ? {} : { member }) }])
  if (result?.ok !== true) throw new Error(`the till was answered ${JSON.stringify(result)}`)
}

/** What one member more costs the sweeper, beyond what an empty run costs. */
async function countSweep(product: Product, later: { clock: Date }): Promise<Count> {
  const swept: number[] = []
  const sweep = async () => {
    const done = (await product.cloud.invoke('jobs', {}, later)) as { swept: number }
    swept.push(done.swept)
  }
  const full = await traceOf(product, sweep)
  const idle = await traceOf(product, sweep)
  const [members = 0, left] = swept
  if (members === 0 || left !== 0) throw new Error(`the sweeper found ${members} members and left ${left}`)
  const calls = (full.calls.length - idle.calls.length) / members
  const depth = full.depth - idle.depth
  return { procedure: 'jobs, for each member swept', calls, depth, commitDepth: null, callsToCommit: null }
}
