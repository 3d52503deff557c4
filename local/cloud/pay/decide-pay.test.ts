import fc from 'fast-check'
import { decideOrder, decideRefund, findHindrance } from './decide-pay'
import { type PayOrder, refundedOf } from './pay-order'
import { PayRefusal } from './pay-refusal'

const MINUTE = 60_000
const NOW = Date.parse('2030-01-01T00:00:00Z')
const asked = {
  appid: 'wx-local',
  mchid: '1900000109',
  description: '一张卡',
  outTradeNo: 'order-1',
  notifyUrl: 'https://env-1.service.tcloudbase.com/paid',
  total: 1000,
  openid: 'ann',
  expiresAt: null,
}
const placed = (expiresAt: number | null = null) =>
  decideOrder(undefined, { ...asked, expiresAt }, () => 'prepay-1', NOW)
const paidOrder: PayOrder = { ...placed(), paid: { at: NOW, transactionId: '42' } }

test.each<[string, number | null, number]>([
  ['seven days when no end is asked for', null, 7 * 24 * 60],
  ['a minute when it would end sooner', NOW + 30_000, 1],
  ['as long as was asked', NOW + 90 * MINUTE, 90],
  ['90 days when it would end later', NOW + 91 * 24 * 60 * MINUTE, 90 * 24 * 60],
])('an order can be paid for %s', (_name, expiresAt, minutes) => {
  const order = placed(expiresAt)
  expect(order.expiresAt).toBe(NOW + minutes * MINUTE)
  const fresh = { ...order, prepay: { id: 'prepay-2', at: order.expiresAt } }
  expect(findHindrance(fresh, 'ann', 'prepay-2', order.expiresAt)).toBeNull()
  expect(findHindrance(fresh, 'ann', 'prepay-2', order.expiresAt + 1)).toBe('订单已过期')
})

test('whatever is asked for, never more is given back than was paid, and one number is one refund', () => {
  const requests = fc.array(
    fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), amount: fc.integer({ min: 1, max: 1100 }) }),
  )
  fc.assert(
    fc.property(requests, (list) => {
      let order = paidOrder
      for (const { name, amount } of list) {
        const left = order.total - refundedOf(order)
        const known = order.refunds.find(({ outRefundNo }) => outRefundNo === name)
        const fits = known ? known.amount === amount : amount <= left
        const ask = () => decideRefund(order, { outRefundNo: name, amount, total: 1000 }, () => name, NOW)
        if (!fits) {
          expect(ask).toThrow(PayRefusal)
          continue
        }
        const refund = ask()
        if (known) expect(refund).toBe(known)
        else order = { ...order, refunds: [...order.refunds, refund] }
      }
      expect(refundedOf(order)).toBeLessThanOrEqual(order.total)
    }),
  )
})
