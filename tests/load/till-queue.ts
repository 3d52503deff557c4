import type { TillOrder, TillResult } from '../../core/contract'
import { sendOrders, type Till } from '../../local/restaurant/till'
import type { Chance } from '../simulation/chance'
import type { Network } from './phone'

type Order = Omit<TillOrder, 'amount_fen'> & { amount_fen: number }

interface Waiting {
  order: Order
  resolve: (result: TillResult) => void
  reject: (error: unknown) => void
}

/** A till collects what was paid and sends it in batches. */
const COLLECT_SECONDS = 10
const BATCH = 20
const RETRY_SECONDS = 2
const MOST_TRIES = 60

const UNDECIDED = ['BUSY', 'INTERNAL']

/** The till of one branch. It sends what it was not answered about again, in a new envelope. */
export class TillQueue {
  #waiting: Waiting[] = []
  #collecting = false

  constructor(
    readonly network: Network,
    readonly till: Till,
    readonly chance: Chance,
  ) {}

  /** Resolves when the order has its definite answer. */
  async pay(order: Order): Promise<TillResult> {
    this.network.told.questions += 1
    const answered = new Promise<TillResult>((resolve, reject) =>
      this.#waiting.push({ order, resolve, reject }),
    )
    if (!this.#collecting) void this.#collect()
    const result = await answered
    this.network.told.answered += 1
    if (!result.ok) this.network.told.refused('pos', result.refusal)
    return result
  }

  async #collect(): Promise<void> {
    this.#collecting = true
    await this.network.evening.after(COLLECT_SECONDS)
    const waiting = this.#waiting.splice(0)
    this.#collecting = false
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      this.#send(batch).catch((error: unknown) => {
        for (const { reject } of batch) reject(error)
      })
    }
  }

  async #send(batch: Waiting[]): Promise<void> {
    let left = batch
    for (let tries = 0; left.length > 0; tries++) {
      if (tries === MOST_TRIES) throw new Error(`the till of ${this.till.branch} was never answered`)
      if (tries > 0) await this.network.evening.after(RETRY_SECONDS)
      const results = await this.#exchange(left.map(({ order }) => order))
      left = left.filter(({ order, resolve }) => {
        const result = results.get(order.order_id)
        if (result === undefined || (!result.ok && UNDECIDED.includes(result.refusal))) return true
        resolve(result)
        return false
      })
    }
  }

  async #exchange(orders: Order[]): Promise<Map<string, TillResult>> {
    const { evening, told, line } = this.network
    const at = new Date(evening.now)
    const copies = this.chance.happens(line.twice) ? 2 : 1
    if (copies === 2) told.sentTwice += 1
    const sent = Array.from({ length: copies }, () => evening.ask(() => sendOrders(this.till, orders, at)))
    told.attempts += copies
    const results = new Map<string, TillResult>()
    for (const outcome of await Promise.allSettled(sent)) {
      if (outcome.status === 'rejected') continue
      if (this.chance.happens(line.lost)) told.lostAnswers += 1
      else for (const result of outcome.value) this.#note(results, result)
    }
    return results
  }

  /** Two definite answers about one order are one. */
  #note(results: Map<string, TillResult>, result: TillResult): void {
    const known = results.get(result.order_id)
    const isDefinite = result.ok || !UNDECIDED.includes(result.refusal)
    if (known?.ok && isDefinite && JSON.stringify(known) !== JSON.stringify(result))
      this.network.told.contradicts(`${JSON.stringify(known)} and ${JSON.stringify(result)}`)
    if (known === undefined || isDefinite) results.set(result.order_id, result)
  }
}
