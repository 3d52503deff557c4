import type { Heard } from '../load/wire'
import { type Anomalies, type Contender, MEMBERS, type Outcome, STOCK, WORKS } from './contest'
import { countIn } from './peer-database'

export interface Peer {
  name: string
  app: string
  schema: string
  port: number
  env: Record<string, string>
  works(post: Post): Contender['works']
  anomalies(): Anomalies
}

type Post = (path: string, body: object) => Promise<Heard>

/** 200 is done; the sources say "no" with 4xx or with `success: false`, and everything else has failed. */
const outcomeOf = async (asked: Promise<Heard>): Promise<Outcome> => {
  const heard = await asked
  if (heard === null || heard.status >= 500) return 'failed'
  if (heard.status !== 200) return 'refused'
  const { success, error } = heard.body as { success?: boolean; error?: string }
  if (success !== false) return 'done'
  return error === '余额不足' ? 'refused' : 'failed'
}

const idOf = (member: number) => (member % MEMBERS) + 1
const beyondStock = (issued: number) => (issued > STOCK ? issued - STOCK : 0)

/** The sources' points programme: earning and redeeming as printed, but for one name that hides another. */
const pointsPeer = (name: string, env: Record<string, string>): Peer => ({
  name,
  app: 'seed0_app',
  schema: 'seed0_schema.sql',
  port: 38_000,
  env,
  works: (post) => {
    const earn = (order_id: number, member: number) =>
      outcomeOf(post('/api/points/calculate', { amount: 100, customer_id: idOf(member), order_id }))
    return {
      'earn at the till': (n) => earn(n + 1, n),
      'every order twice': (n) => earn(10_000 + (n >> 1), n >> 1),
      'hot item': (n) => outcomeOf(post('/api/points/redeem', { customer_id: idOf(n), item_id: 1 })),
    }
  },
  anomalies: () => ({
    creditsBeyondOne: countIn(
      'seed0',
      'select count(*)-count(distinct order_id) from points_transactions where order_id is not null',
    ),
    codesBeyondStock: beyondStock(
      countIn('seed0', "select count(*) from points_transactions where transaction_type='redeem'"),
    ),
    balancesOff: countIn(
      'seed0',
      'select count(*) from customers c where current_points<>(select coalesce(sum(points),0) from points_transactions t where t.customer_id=c.customer_id)',
    ),
  }),
})

/** The orders of `earn at the till` and of `every order twice`, of which each is one meal. */
const MEALS = WORKS['earn at the till'].asked + WORKS['every order twice'].asked / 2

/** The sources' stored value programme: a bill paid from the balance earns points. It knows no order number. */
const storedValuePeer: Peer = {
  name: 'source: stored value',
  app: 'seed1_app',
  schema: 'seed1_schema.sql',
  port: 38_001,
  env: { FIX: '1' },
  works: (post) => {
    const consume = (member: number) =>
      outcomeOf(post('/api/member/consume', { member_id: idOf(member), consume_amount: 1, store_id: 1 }))
    return { 'earn at the till': consume, 'every order twice': (n) => consume(n >> 1) }
  },
  anomalies: () => {
    const meals = countIn('seed1', 'select count(*) from consume_records')
    return {
      creditsBeyondOne: meals > MEALS ? meals - MEALS : 0,
      codesBeyondStock: 0,
      balancesOff: countIn(
        'seed1',
        'select count(*) from members m where usable_points<>(select coalesce(sum(points),0) from points_log l where l.member_id=m.member_id)',
      ),
    }
  },
}

/** What a competent team would write on the same stack: transactions, lots, a key. */
const correctedPeer: Peer = {
  name: 'corrected SQL',
  app: 'sqlfix_app',
  schema: 'sqlfix_schema.sql',
  port: 38_002,
  env: {},
  works: (post) => {
    const earn = (order: string, member: number) =>
      outcomeOf(post('/earn', { order, mid: idOf(member), cents: 10_000 }))
    return {
      'earn at the till': (n) => earn(`a${n}`, n),
      'every order twice': (n) => earn(`b${n >> 1}`, n >> 1),
      'hot item': (n) => outcomeOf(post('/redeem', { key: `h${n}`, mid: idOf(n), iid: 1 })),
    }
  },
  anomalies: () => ({
    // The order is the key of the ledger: a second credit could not be kept.
    creditsBeyondOne: countIn('sqlfix', 'select count(*)-count(distinct op) from ledger'),
    codesBeyondStock: beyondStock(countIn('sqlfix', 'select count(*) from codes where iid=1')),
    balancesOff: countIn(
      'sqlfix',
      'select count(*) from members m where pts<>(select coalesce(sum(p),0) from ledger where mid=m.id)',
    ),
  }),
}

export const PEERS = [
  pointsPeer('source: points', {}),
  pointsPeer('source: points, stock looked at', { STOCK: '1' }),
  storedValuePeer,
  correctedPeer,
]
