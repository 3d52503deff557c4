import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PayOrder } from './pay-order'

/** Orders, each a file that is replaced as a whole: what was answered survives a kill. */
export class KeptOrders {
  #byTradeNo = new Map<string, PayOrder>()
  #byTransaction = new Map<string, string>()
  #byRefund = new Map<string, string>()
  #byPrepay = new Map<string, string>()
  #waiting = new Set<string>()

  constructor(readonly directory: string) {
    mkdirSync(directory, { recursive: true })
    for (const name of readdirSync(directory)) {
      const file = join(directory, name)
      if (name.endsWith('.json')) this.#note(JSON.parse(readFileSync(file, 'utf8')) as PayOrder)
      else rmSync(file)
    }
  }

  save(order: PayOrder): PayOrder {
    const file = join(this.directory, `${Buffer.from(order.outTradeNo).toString('hex')}.json`)
    writeFileSync(`${file}.new`, JSON.stringify(order), { flush: true })
    renameSync(`${file}.new`, file)
    this.#note(order)
    return order
  }

  #note(order: PayOrder) {
    const { outTradeNo, paid, prepay, refunds, notices } = order
    this.#byTradeNo.set(outTradeNo, order)
    this.#byPrepay.set(prepay.id, outTradeNo)
    if (paid) this.#byTransaction.set(paid.transactionId, outTradeNo)
    for (const { outRefundNo } of refunds) this.#byRefund.set(outRefundNo, outTradeNo)
    if (notices.some(({ dueAt }) => dueAt !== null)) this.#waiting.add(outTradeNo)
    else this.#waiting.delete(outTradeNo)
  }

  /** Oldest first. */
  list(): PayOrder[] {
    return [...this.#byTradeNo.values()].sort((one, other) => one.createdAt - other.createdAt)
  }

  /** Those with something that the merchant has not heard yet. */
  waiting(): PayOrder[] {
    return [...this.#waiting].flatMap((outTradeNo) => this.find(outTradeNo) ?? [])
  }

  find(outTradeNo: string): PayOrder | undefined {
    return this.#byTradeNo.get(outTradeNo)
  }

  ofTransaction(id: string): PayOrder | undefined {
    return this.find(this.#byTransaction.get(id) ?? '')
  }

  ofRefund(outRefundNo: string): PayOrder | undefined {
    return this.find(this.#byRefund.get(outRefundNo) ?? '')
  }

  ofPrepay(id: string): PayOrder | undefined {
    return this.find(this.#byPrepay.get(id) ?? '')
  }
}
