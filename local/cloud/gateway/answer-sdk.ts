import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import type { Effort } from '../engine/find'
import type { Store } from '../engine/store'
import type { Faults } from '../faults/faults'
import { NoAnswer, strike } from '../faults/strike'
import type { FunctionHost } from '../functions/function-host'
import type { Caller, Invocation } from '../functions/invocation'
import type { Limits } from '../limits'
import type { Log } from '../log-line'
import type { CallTrace } from '../trace'
import type { Credentials } from './credentials'
import { type Answer, databaseActions } from './database-actions'
import { parseForm } from './parse-form'
import { parseJsonObject } from './parse-json'
import { BodyTooLarge, BodyTruncated, readBody } from './read-body'
import { readAuthorization, refuseAmbiguousNames, verifySignature } from './verify-signature'
import { callWechat, type Wechat } from './wechat-actions'

export interface Gateway extends Wechat {
  store: Store
  host: FunctionHost
  credentials: Credentials<Caller>
  faults: Faults
  limits: Limits
  log: Log
  now(): number
}

/** The SDK reads the outcome from the body alone: whatever happens, the status is 200 and the body says it. */
export async function answerSdk(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const requestId = randomUUID()
  let reply: Doc
  try {
    reply = await answer(gateway, request)
  } catch (error) {
    if (error instanceof BodyTruncated) return
    if (error instanceof NoAnswer) return breakOff(response, error)
    reply = failureOf(error, gateway.log)
  }
  const text = JSON.stringify({ ...reply, requestId })
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

function breakOff(response: ServerResponse, { status }: NoAnswer) {
  if (status === null) response.destroy()
  else response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Service Unavailable</h1>')
}

function failureOf(error: unknown, log: Log): Doc {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  if (error instanceof BodyTooLarge) return { code: 'INVALID_PARAM', message: error.message }
  log({ source: 'gateway', stream: 'stderr', text: String((error as Error).stack ?? error) })
  return { code: 'SYS_ERR', message: (error as Error).message }
}

async function answer(gateway: Gateway, request: IncomingMessage): Promise<Doc> {
  // What the SDK adds around an event of the full size is small.
  const bytes = await readBody(request, gateway.limits.eventBytes + 64 * 1024)
  const contentType = request.headers['content-type'] ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const body = isForm ? await parseForm(bytes, contentType) : parseJsonObject(bytes)
  refuseAmbiguousNames(body)
  const authorization = readAuthorization(request)
  const known = gateway.credentials.find(authorization.secretId)
  if (!known) throw new CloudError('INVALID_CREDENTIAL', 'unknown secret id')
  verifySignature(request, body, known.credential, authorization)
  return perform(gateway, body, known.owner, request)
}

async function perform(gateway: Gateway, body: Doc, caller: Caller | null, request: IncomingMessage) {
  const invocation = caller?.invocation ?? null
  const call = startCall(body, invocation, request)
  const started = performance.now()
  try {
    const work = async () => act(gateway, body, invocation)
    const rule = drawFault(gateway, call, invocation)
    const { reply, effort } = await (rule ? strike(rule, work, () => caller?.kill()) : work())
    if (effort) noteEffort(gateway, call, body, effort)
    return reply
  } catch (error) {
    call.code = error instanceof CloudError ? error.code : 'SYS_ERR'
    throw error
  } finally {
    call.ms = performance.now() - started
    invocation?.answered(call)
  }
}

function startCall(body: Doc, invocation: Invocation | null, request: IncomingMessage): CallTrace {
  const call: CallTrace = { action: String(body.action), depth: 0 }
  if (typeof body.collectionName === 'string') call.collection = body.collectionName
  invocation?.called(call, request.headers['x-local-depth'])
  return call
}

/** What is to become of this call, told in the log when it is not what should. */
function drawFault({ faults, log }: Gateway, call: CallTrace, invocation: Invocation | null) {
  if (!call.action.startsWith('database.')) return null
  const number = invocation?.trace.calls.length ?? 1
  const by = invocation === null ? {} : { function: invocation.trace.function }
  const rule = faults.draw({ ...call, ...by, number })
  if (rule === null) return null
  call.fault = rule.fault
  const whose = invocation === null ? 'of a tool' : `${number} of ${invocation.trace.function}`
  const text = `${rule.fault}: ${call.action} ${call.collection ?? ''}, call ${whose}`
  log({ source: 'faults', stream: 'stderr', ...(invocation && { requestId: invocation.id }), text })
  return rule
}

async function act(gateway: Gateway, body: Doc, invocation: Invocation | null): Promise<Answer> {
  const { store, host } = gateway
  const action = String(body.action)
  const now = invocation?.now() ?? gateway.now()
  const onDatabase = Object.hasOwn(databaseActions, action) ? databaseActions[action] : undefined
  if (onDatabase) return onDatabase(store, body, now)
  if (action === 'functions.invokeFunction') {
    const event = typeof body.request_data === 'string' && body.request_data !== '' ? body.request_data : '{}'
    const clock = invocation?.clock
    const result = await host.invoke(String(body.function_name), event, { trigger: 'function', clock })
    return { reply: { data: { response_data: result } } }
  }
  if (action === 'wx.api')
    return { reply: { data: { responseData: JSON.stringify(callWechat(body, gateway, now)) } } }
  if (action === 'wx.openApi') return { reply: callWechat(body, gateway, now) }
  throw invalidParam(`unknown action: ${action}`)
}

function noteEffort({ limits, log }: Gateway, call: CallTrace, body: Doc, effort: Effort) {
  Object.assign(call, effort)
  const unbounded = effort.plan === 'scan' || effort.plan.includes('unbounded')
  if (!unbounded || effort.examined <= limits.scannedDocuments) return
  const query = String(body.query ?? JSON.stringify(body.stages ?? {}))
  const order = body.order ? ` order ${body.order}` : ''
  const text = `full scan of ${effort.examined} documents in ${call.collection}: ${call.action} ${query}${order}`
  log({ source: 'database', stream: 'stderr', text })
}
