import type { Doc } from '../engine/document'
import type { Notifier } from './notifier'
import { writeRefund, writeTransaction } from './pay-order'
import { wrongParameter } from './pay-refusal'
import { readOrderRequest, readRefundRequest } from './read-pay-request'
import { encryptForMerchant } from './sign-pay'
import type { WechatPay } from './wechat-pay'

export interface PayDesk {
  pay: WechatPay
  notifier: Notifier
}

interface PayRequest {
  /** What the path names: an order, a refund. */
  named: string
  query: URLSearchParams
  body: Doc
  now: number
}

interface Route {
  method: 'GET' | 'POST'
  path: RegExp
  /** By which a fault may name it. */
  action: string
  /** What is answered; nothing is status 204. */
  run(desk: PayDesk, request: PayRequest): object | undefined
}

/** A query names the merchant once more. */
function checkMerchant({ pay }: PayDesk, given: unknown) {
  if (given !== pay.settings.merchant.mchid) throw wrongParameter('参数 mchid 不合法')
}

/** WeChat Pay's interface, version 3, as far as a mini-program's merchant needs it. */
export const payRoutes: Route[] = [
  {
    method: 'POST',
    path: /^\/v3\/pay\/transactions\/jsapi$/,
    action: 'pay.order',
    run: ({ pay }, { body, now }) => ({ prepay_id: pay.place(readOrderRequest(body), now).prepay.id }),
  },
  {
    method: 'GET',
    path: /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/,
    action: 'pay.query',
    run: (desk, { named, query }) => {
      checkMerchant(desk, query.get('mchid'))
      return writeTransaction(desk.pay.find(named))
    },
  },
  {
    method: 'GET',
    path: /^\/v3\/pay\/transactions\/id\/([^/]+)$/,
    action: 'pay.query',
    run: (desk, { named, query }) => {
      checkMerchant(desk, query.get('mchid'))
      return writeTransaction(desk.pay.ofTransaction(named))
    },
  },
  {
    method: 'POST',
    path: /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/,
    action: 'pay.close',
    run: (desk, { named, body, now }) => {
      checkMerchant(desk, body.mchid)
      desk.pay.close(named, now)
      return undefined
    },
  },
  {
    method: 'POST',
    path: /^\/v3\/refund\/domestic\/refunds$/,
    action: 'pay.refund',
    run: ({ pay, notifier }, { body, now }) => {
      const { order, refund } = pay.refund(readRefundRequest(body), now)
      notifier.settleSoon(order.outTradeNo)
      return writeRefund(order, refund)
    },
  },
  {
    method: 'GET',
    path: /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/,
    action: 'pay.query-refund',
    run: ({ pay }, { named }) => {
      const { order, refund } = pay.refundOf(named)
      return writeRefund(order, refund)
    },
  },
  {
    method: 'GET',
    path: /^\/v3\/certificates$/,
    action: 'pay.certificates',
    run: ({ pay }) => {
      const { keys } = pay.settings
      const { serial, notBefore, notAfter, certificate } = keys.platform
      const encrypt_certificate = encryptForMerchant(certificate, 'certificate', keys)
      return {
        data: [{ serial_no: serial, effective_time: notBefore, expire_time: notAfter, encrypt_certificate }],
      }
    },
  },
]
