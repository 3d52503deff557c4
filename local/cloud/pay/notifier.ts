import type { Clock } from '../clock'
import { CloudError } from '../engine/cloud-error'
import type { Faults } from '../faults/faults'
import { NoAnswer, strike } from '../faults/strike'
import type { Log } from '../log-line'
import { type Notice, type PayOrder, wallTime } from './pay-order'
import { encryptForMerchant, signForMerchant } from './sign-pay'
import type { WechatPay } from './wechat-pay'

export interface NotifierSettings {
  pay: WechatPay
  clock: Clock
  faults: Faults
  log: Log
}

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]
/** How long after each attempt that was not heard the next one follows; after the last of them WeChat gives up. */
const PAUSES_MS = [
  ...[15, 15, 30].map((count) => count * SECOND),
  ...[3, 10, 20, 30, 30, 30, 60].map((count) => count * MINUTE),
  ...[3, 3, 3, 6, 6].map((count) => count * HOUR),
]
const PATIENCE_MS = 5000
const LOOK_MS = 250
const SETTLE_MS = 1000
const SUMMARIES = { 'TRANSACTION.SUCCESS': '支付成功', 'REFUND.SUCCESS': '退款成功' }
const ORIGINALS = { 'TRANSACTION.SUCCESS': 'transaction', 'REFUND.SUCCESS': 'refund' }

/** Tells the merchant what happened until he has heard it, by the clock of the cloud; what is due after a restart, too. */
export class Notifier {
  #look: NodeJS.Timeout | undefined
  readonly #running = new Map<string, Promise<void>>()
  readonly #hangUp = new AbortController()

  constructor(readonly settings: NotifierSettings) {}

  /** From now on the merchant can be reached. */
  start() {
    this.#look = setInterval(() => this.sendDue(), LOOK_MS).unref()
    const { clock, pay } = this.settings
    clock.onMove(() => this.sendDue())
    for (const { outTradeNo } of pay.settings.orders.list()) this.settle(outTradeNo)
  }

  sendDue() {
    const now = this.settings.clock.now()
    for (const { outTradeNo, notices } of this.settings.pay.settings.orders.waiting())
      for (const { id, dueAt } of notices) if (dueAt !== null && dueAt <= now) void this.send(outTradeNo, id)
  }

  /** Sends all that an order has to tell and nobody has heard, whatever the clock says. */
  sendNew({ outTradeNo, notices }: PayOrder) {
    for (const { id, dueAt } of notices) if (dueAt !== null) void this.send(outTradeNo, id)
  }

  /** Refunds of an order that are on their way arrive a moment later. */
  settleSoon(outTradeNo: string) {
    setTimeout(() => this.#hangUp.signal.aborted || this.settle(outTradeNo), SETTLE_MS).unref()
  }

  settle(outTradeNo: string) {
    const { pay, clock } = this.settings
    const order = pay.find(outTradeNo)
    const settled = pay.settleRefunds(order, clock.now())
    if (settled !== order) this.sendNew(settled)
  }

  /** One at a time for each notice. A notice that was heard before is sent once more. */
  send(outTradeNo: string, noticeId: string): Promise<void> {
    const running = this.#running.get(noticeId)
    if (running) return running
    const { log } = this.settings
    const attempt = this.#attempt(outTradeNo, noticeId)
      .catch((error: Error) => log({ source: 'wechat-pay', stream: 'stderr', text: String(error.stack) }))
      .finally(() => this.#running.delete(noticeId))
    this.#running.set(noticeId, attempt)
    return attempt
  }

  async #attempt(outTradeNo: string, noticeId: string) {
    const { pay, clock, log } = this.settings
    const notice = pay.find(outTradeNo).notices.find(({ id }) => id === noticeId)
    if (!notice) return
    const heard = await this.#post(notice)
    if (this.#hangUp.signal.aborted) return
    const at = clock.now()
    const ok = heard === '200' || heard === '204'
    const pause = PAUSES_MS[notice.attempts.length]
    const dueAt = ok || notice.dueAt === null || pause === undefined ? null : at + pause
    const after: Notice = { ...notice, attempts: [...notice.attempts, { at, heard, ok }], dueAt }
    // The order may have changed while the merchant thought.
    const order = pay.find(outTradeNo)
    const notices = order.notices.map((each) => (each.id === noticeId ? after : each))
    pay.settings.orders.save({ ...order, notices })
    if (!ok)
      log({
        source: 'wechat-pay',
        stream: 'stderr',
        text: `${notice.event} of ${outTradeNo} was not heard: ${heard}`,
      })
  }

  /** What came back, in a word: a status, or what went wrong. */
  async #post(notice: Notice): Promise<string> {
    const rule = this.settings.faults.draw({ action: 'pay.notify', number: notice.attempts.length + 1 })
    const work = () => this.#deliver(notice)
    try {
      return await (rule ? strike(rule, work, () => undefined) : work())
    } catch (error) {
      if (error instanceof NoAnswer || error instanceof CloudError) return error.message
      return String((error as Error).cause ?? (error as Error).message)
    }
  }

  async #deliver(notice: Notice): Promise<string> {
    const { pay, clock } = this.settings
    const { keys, reach } = pay.settings
    const original = ORIGINALS[notice.event]
    const sealed = encryptForMerchant(JSON.stringify(notice.resource), original, keys)
    const body = JSON.stringify({
      id: notice.id,
      create_time: wallTime(notice.createdAt),
      resource_type: 'encrypt-resource',
      event_type: notice.event,
      summary: SUMMARIES[notice.event],
      resource: { original_type: original, ...sealed },
    })
    const response = await fetch(reach(notice.url) ?? notice.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: '*/*',
        ...signForMerchant(body, keys, clock.now()),
      },
      body,
      signal: AbortSignal.any([this.#hangUp.signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    await response.arrayBuffer()
    return String(response.status)
  }

  async close() {
    clearInterval(this.#look)
    this.#hangUp.abort()
    await Promise.all(this.#running.values())
  }
}
