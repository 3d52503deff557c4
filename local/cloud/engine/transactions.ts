import { transactionGone } from './cloud-error'
import type { Row } from './row'
import { Transaction } from './transaction'

/** The running transactions, and what must be remembered for those that look back. */
export class Transactions {
  readonly #running = new Map<string, Transaction>()
  readonly #expiries = new Map<Transaction, NodeJS.Timeout>()
  /** Rows that were written while somebody looked back. */
  readonly #changed = new Set<Row>()

  constructor(readonly limitMs: number) {}

  begin(): Transaction {
    const transaction = new Transaction(this.#changed)
    this.#running.set(transaction.id, transaction)
    const expiry = setTimeout(() => this.end(transaction), this.limitMs)
    this.#expiries.set(transaction, expiry.unref())
    return transaction
  }

  find(id: unknown): Transaction {
    const transaction = this.#running.get(String(id))
    if (!transaction) throw transactionGone()
    return transaction
  }

  isRunning(transaction: Transaction): boolean {
    return this.#running.has(transaction.id)
  }

  end(transaction: Transaction) {
    clearTimeout(this.#expiries.get(transaction))
    this.#expiries.delete(transaction)
    this.#running.delete(transaction.id)
    transaction.release()
    if (this.someoneLooksBack()) return
    for (const row of this.#changed) row.past = null
    this.#changed.clear()
  }

  someoneLooksBack(): boolean {
    for (const { snapshot } of this.#running.values()) if (snapshot !== null) return true
    return false
  }

  /** Keeps what a row was, for those who still see it so. */
  remember(row: Row) {
    row.past ??= []
    row.past.push({ version: row.now, writtenAt: row.writtenAt })
    this.#changed.add(row)
  }

  close() {
    for (const expiry of this.#expiries.values()) clearTimeout(expiry)
  }
}
