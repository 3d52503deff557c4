import { invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { isPlain } from '../engine/document'
import type { PayDesk } from '../pay/pay-routes'
import type { PaymentCall } from '../pay/sign-pay'

/** What `wx.requestPayment` tells WeChat, and what WeChat's sheet shows of it. */
export function answerWxPay(
  desk: PayDesk | null,
  path: string,
  body: Doc,
  openid: string,
  now: number,
): object {
  if (!desk) return { hindrance: '没有绑定商户号' }
  const call = readCall(body)
  const { pay, notifier } = desk
  const outcome = path === '/wx/pay/confirm' ? pay.pay(call, openid, now) : pay.show(call, openid, now)
  if ('hindrance' in outcome) return outcome
  const { order } = outcome
  if (order.paid) notifier.sendNew(order)
  return { merchant: pay.settings.merchant.name, description: order.description, total: order.total }
}

const FIELDS = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const

function readCall(body: Doc): PaymentCall {
  const call = isPlain(body.call) ? body.call : {}
  for (const field of FIELDS)
    if (typeof call[field] !== 'string') throw invalidParam(`requestPayment needs ${field} as text`)
  return call as unknown as PaymentCall
}
