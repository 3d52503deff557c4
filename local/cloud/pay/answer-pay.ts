import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readEventClock } from '../access/answer-json'
import { timeOf } from '../clock'
import { CloudError } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import type { Faults } from '../faults/faults'
import { breakOff, NoAnswer, tempt } from '../faults/strike'
import { parseJsonObject } from '../gateway/parse-json'
import { BodyTruncated, readBody } from '../gateway/read-body'
import { PayRefusal } from './pay-refusal'
import { type PayDesk, payRoutes } from './pay-routes'
import { findWrongSignature, signForMerchant } from './sign-pay'

export interface PayAccess {
  /** Null where no merchant is configured. */
  payDesk: PayDesk | null
  faults: Faults
  now(): number
}

const MOST_BYTES = 64 * 1024

/** What a function asks of `https://api.mch.weixin.qq.com`: the merchant signs his request, WeChat signs its answer. */
export async function answerPay(
  access: PayAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
) {
  const clock = readEventClock(request)
  const now = clock ? timeOf(clock) : access.now()
  try {
    const body = await readBody(request, MOST_BYTES)
    const answer = await carryOut(access, { request, path, query, body, now })
    send(access, response, answer === undefined ? 204 : 200, answer, now)
  } catch (error) {
    if (error instanceof BodyTruncated) return
    if (error instanceof NoAnswer) breakOff(response, error)
    else refuse(access, response, error, now)
  }
}

interface Arrived {
  request: IncomingMessage
  path: string
  query: string
  body: Buffer
  now: number
}

async function carryOut({ payDesk, faults }: PayAccess, { request, path, query, body, now }: Arrived) {
  if (!payDesk) throw new PayRefusal(403, 'NO_AUTH', '没有绑定商户号：cloudbaserc.json 中没有 wechatPay')
  const { merchant, keys } = payDesk.pay.settings
  const { method = '', url: target = '', headers } = request
  const signed = { method, target, authorization: headers.authorization ?? '', body: body.toString('utf8') }
  const wrong = findWrongSignature(signed, { mchid: merchant.mchid, keys }, now)
  if (wrong !== null) throw new PayRefusal(401, 'SIGN_ERROR', wrong)
  const route = payRoutes.find((each) => each.method === method && each.path.test(path))
  if (!route) throw new PayRefusal(404, 'RESOURCE_NOT_EXISTS', `没有这个接口：${method} ${path}`)
  const named = decodeURIComponent(route.path.exec(path)?.[1] ?? '')
  const given: Doc = body.length === 0 ? {} : parseJsonObject(body)
  const work = async () => route.run(payDesk, { named, query: new URLSearchParams(query), body: given, now })
  return tempt(faults, { action: route.action }, work)
}

function refuse(access: PayAccess, response: ServerResponse, error: unknown, now: number) {
  const refusal = refusalOf(error)
  if (!refusal) throw error
  const { status, code, message } = refusal
  send(access, response, status, { code, message }, now)
}

/** A used up quota and a body that is no JSON have their words here, too. */
function refusalOf(error: unknown): PayRefusal | null {
  if (error instanceof PayRefusal) return error
  if (error instanceof URIError) return new PayRefusal(400, 'PARAM_ERROR', error.message)
  if (!(error instanceof CloudError)) return null
  return error.code === 'EXCEED_REQUEST_LIMIT'
    ? new PayRefusal(429, 'FREQUENCY_LIMITED', '频率超限')
    : new PayRefusal(400, 'PARAM_ERROR', error.message)
}

function send(
  { payDesk }: PayAccess,
  response: ServerResponse,
  status: number,
  answer: object | undefined,
  now: number,
) {
  const text = answer === undefined ? '' : JSON.stringify(answer)
  const signed = payDesk ? signForMerchant(text, payDesk.pay.settings.keys, now) : {}
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'request-id': randomBytes(16).toString('hex').toUpperCase(),
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
    ...signed,
  })
  response.end(text)
}
