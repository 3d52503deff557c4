import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, invalidParam } from '../engine/cloud-error'
import type { Faults } from '../faults/faults'
import { tempt } from '../faults/strike'
import type { FunctionHost } from '../functions/function-host'
import type { Limits } from '../limits'
import type { PayDesk } from '../pay/pay-routes'
import type { Storage } from '../storage/storage'
import type { Messages } from '../wechat/messages'
import { type PhoneCodes, phoneNumberOf } from '../wechat/phone-codes'
import { readEventClock, readJsonObject, sendJson } from './answer-json'
import { answerWxPay } from './answer-wx-pay'
import { answerWxStorage, isWxStorage } from './answer-wx-storage'
import type { Sessions } from './session-token'

export interface WxAccess {
  host: FunctionHost
  faults: Faults
  sessions: Sessions
  payDesk: PayDesk | null
  storage: Storage
  wechat: { messages: Messages; phoneCodes: PhoneCodes }
  now(): number
  limits: Limits
}

const OPENID = /^[\w-]{1,128}$/

/** What a phone reaches: its session and the functions. Who calls is what the token says, whatever the call says. */
export async function answerWx(
  access: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  if (request.method !== 'POST') throw new CloudError('INVALID_PATH', 'only POST is answered here')
  if (path === '/wx/session') return openSession(access, request, response)
  if (path === '/wx/call') return callFunction(access, request, response)
  if (path === '/wx/subscribe') return allowMessages(access, request, response)
  if (path === '/wx/pay/show' || path === '/wx/pay/confirm')
    return handlePayment(access, request, response, path)
  if (path === '/wx/database') return denyDatabase(access, request)
  if (isWxStorage(path)) return askStorage(access, request, response, path)
  if (path === '/wx/phone-code') return makePhoneCode(access, request, response)
  throw new CloudError('INVALID_PATH', `nothing is found at ${path}`)
}

async function openSession(
  { sessions, limits }: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { openid } = await readJsonObject(request, limits.eventBytes)
  if (typeof openid !== 'string' || !OPENID.test(openid))
    throw invalidParam('openid is 1 to 128 letters, digits, "_" or "-"')
  sendJson(response, 200, { token: sessions.issue(openid) })
}

async function callFunction(
  { host, faults, sessions, limits }: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readJsonObject(request, limits.eventBytes)
  const openid = readCaller(sessions, request)
  const { name, data = {} } = body
  if (typeof name !== 'string') throw invalidParam('name must be the name of a function')
  const clock = readEventClock(request)
  const event = writeEvent(data)
  const result = await tempt(faults, { action: 'phone.call', function: name }, () =>
    host.invoke(name, event, { trigger: 'wx', openid, clock }),
  )
  sendJson(response, 200, { result: JSON.parse(result) as unknown })
}

/** What the dialog of WeChat on a phone tells WeChat: he allows one message of each of these templates. */
async function allowMessages(
  { sessions, wechat, limits }: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { templates } = await readJsonObject(request, limits.eventBytes)
  const openid = readCaller(sessions, request)
  if (!Array.isArray(templates) || !templates.every((id) => typeof id === 'string'))
    throw invalidParam('templates are the ids of templates')
  for (const id of new Set<string>(templates)) wechat.messages.allow(openid, id)
  sendJson(response, 200, { ok: true })
}

/** What WeChat's phone number button asks WeChat: the number to show in its dialog, and the code for who agrees. */
function makePhoneCode(
  { sessions, wechat, now }: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const openid = readCaller(sessions, request)
  sendJson(response, 200, { code: wechat.phoneCodes.issue(openid, now()), number: phoneNumberOf(openid) })
}

async function handlePayment(
  { sessions, payDesk, now, limits }: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  const body = await readJsonObject(request, limits.eventBytes)
  sendJson(response, 200, answerWxPay(payDesk, path, body, readCaller(sessions, request), now()))
}

async function askStorage(
  { sessions, storage, now, limits }: WxAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  const body = await readJsonObject(request, limits.eventBytes)
  sendJson(response, 200, await answerWxStorage(storage, path, body, readCaller(sessions, request), now()))
}

/**
 * `wx.cloud.database()` of a mini-program. Every collection stands under the strictest rule there is, "read and written
 * by functions only" (ADMINONLY); whoever asks, for whatever, is denied before anything is looked at.
 */
function denyDatabase({ sessions }: WxAccess, request: IncomingMessage): never {
  readCaller(sessions, request)
  throw new CloudError('DATABASE_PERMISSION_DENIED', 'Permission denied')
}

function readCaller(sessions: Sessions, request: IncomingMessage): string {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const openid = token === undefined ? null : sessions.read(token)
  if (openid === null) throw new CloudError('UNAUTHENTICATED', 'there is no session of this token')
  return openid
}

/** Text that can be read is not always text that can be written again: some of it is nested too deeply. */
function writeEvent(data: unknown): string {
  try {
    return JSON.stringify(data)
  } catch (error) {
    throw invalidParam(`data cannot be handed to a function: ${(error as Error).message}`)
  }
}
