import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { CloudError, invalidParam } from '../engine/cloud-error'
import type { Store } from '../engine/store'
import { ensureCollections, readDefinitions } from '../ensure-collections'
import { readFaultRules } from '../faults/fault-rule'
import type { Faults } from '../faults/faults'
import type { Limits } from '../limits'
import type { Logs } from '../logs'
import type { PayDesk } from '../pay/pay-routes'
import { readCommand, writePayments } from '../pay/payments'
import type { Timers } from '../timers'
import type { Traces } from '../trace'
import type { CodeImages } from '../wechat/code-images'
import { type ContentChecks, readJudgement } from '../wechat/content-check'
import type { Messages } from '../wechat/messages'
import { readInstant, readJson, readJsonObject, readOptionalObject, sendJson } from './answer-json'

export interface LocalAccess {
  store: Store
  clock: Clock
  timers: Timers
  traces: Traces
  logs: Logs
  wechat: { messages: Messages; codeImages: CodeImages; contentChecks: ContentChecks }
  faults: Faults
  payDesk: PayDesk | null
  limits: Limits
}

type Handler = (access: LocalAccess, request: IncomingMessage, path: string) => unknown

const clockNow = ({ clock }: LocalAccess) => ({
  now: new Date(clock.now()).toISOString(),
  offsetMs: clock.now() - Date.now(),
  frozen: clock.reading.frozenAt !== null,
})

const setClock: Handler = async (access, request) => {
  const { now, frozen } = await readJsonObject(request, access.limits.eventBytes)
  if (frozen !== undefined && typeof frozen !== 'boolean') throw invalidParam('frozen is true or false')
  access.clock.set(now === null ? null : readInstant(now), frozen)
  return clockNow(access)
}

const setFaults: Handler = async ({ faults, limits }, request) => {
  faults.set(readFaultRules(await readJson(request, limits.eventBytes)))
  return faults.list()
}

const tellAgain: Handler = async ({ payDesk, limits }, request) => {
  const { outTradeNo, noticeId } = readCommand(payDesk, await readJsonObject(request, limits.eventBytes))
  await payDesk?.notifier.send(outTradeNo, noticeId)
  return writePayments(payDesk)
}

const setJudgement: Handler = async ({ wechat, limits }, request) => {
  wechat.contentChecks.judgement = readJudgement(await readJsonObject(request, limits.eventBytes))
  return wechat.contentChecks.judgement
}

/** What only exists here and never on the platform: the clock, the timers, faults, what was called and what was sent. */
const handlers: Record<string, Handler> = {
  'GET /local/clock': clockNow,
  'PUT /local/clock': setClock,
  'GET /local/logs': ({ logs }, _request, path) => logs.list(path.split('/')[3]),
  'GET /local/traces': ({ traces }) => traces.list(),
  'GET /local/messages': ({ wechat }) => wechat.messages.list(),
  'GET /local/code-images': ({ wechat }) => wechat.codeImages.list(),
  'GET /local/payments': ({ payDesk }) => writePayments(payDesk),
  'POST /local/payments': tellAgain,
  'GET /local/content-checks': ({ wechat }) => wechat.contentChecks.list(),
  'PUT /local/content-checks': setJudgement,
  'GET /local/faults': ({ faults }) => faults.list(),
  'POST /local/faults': setFaults,
  'DELETE /local/collections': async ({ store }, _request, path) => {
    await store.dropCollection(decodeURIComponent(path.split('/')[3] ?? ''))
    return [...store.collections.keys()]
  },
  'PUT /local/collections': async ({ store, limits }, request) => {
    await ensureCollections(store, readDefinitions(await readJson(request, limits.eventBytes)))
    return { ok: true }
  },
  'POST /local/timers': async ({ timers, limits }, request, path) => {
    const more = await readOptionalObject(request, limits.eventBytes)
    return { result: await timers.fire(path.slice('/local/timers/'.length), more) }
  },
}

export async function answerLocal(
  access: LocalAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  const picture = /^\/local\/code-images\/(\d+)\.png$/.exec(path)?.[1]
  if (picture !== undefined) return sendPicture(response, access.wechat.codeImages.picture(Number(picture)))
  const place = path.replace(/^(\/local\/(?:timers|logs|collections))\/.*$/, '$1')
  const name = `${request.method} ${place}`
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (!handler) throw new CloudError('INVALID_PATH', `nothing is found at ${name}`)
  sendJson(response, 200, await handler(access, request, path))
}

function sendPicture(response: ServerResponse, png: Buffer | undefined) {
  if (!png) throw new CloudError('INVALID_PATH', 'there is no such picture')
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': png.length }).end(png)
}
