import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ClockReading } from '../clock'
import { CloudError, invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { parseJson, parseJsonObject } from '../gateway/parse-json'
import { BodyTooLarge, BodyTruncated, readBody } from '../gateway/read-body'
import type { Log } from '../log-line'

const STATUS = new Map([
  ['INVALID_PARAM', 400],
  ['UNAUTHENTICATED', 401],
  ['PERMISSION_DENIED', 403],
  ['DATABASE_PERMISSION_DENIED', 403],
  ['STORAGE_PERMISSION_DENIED', 403],
  ['INVALID_PATH', 404],
  ['FUNCTION_NOT_FOUND', 404],
  ['FUNCTIONS_PARAM_INVALID', 413],
  ['EXCEED_CONCURRENT_REQUEST_LIMIT', 429],
  ['FUNCTIONS_EXECUTE_FAIL', 502],
  ['FUNCTIONS_TIME_LIMIT_EXCEEDED', 504],
])

export function sendJson(response: ServerResponse, status: number, value: unknown) {
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** What went wrong as a status and words; a body that ended early has nobody left to tell. */
export function sendFailure(response: ServerResponse, error: unknown, log: Log) {
  if (error instanceof BodyTruncated) return
  if (error instanceof BodyTooLarge) {
    sendJson(response, 413, { error: { code: 'FUNCTIONS_PARAM_INVALID', message: error.message } })
    return
  }
  if (!(error instanceof CloudError))
    log({ source: 'gateway', stream: 'stderr', text: String((error as Error).stack ?? error) })
  const code = error instanceof CloudError ? error.code : 'SYS_ERR'
  const message = (error as Error).message
  sendJson(response, STATUS.get(code) ?? 500, { error: { code, message } })
}

export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  return parseJson(await readBody(request, limit))
}

export async function readJsonObject(request: IncomingMessage, limit: number): Promise<Doc> {
  return parseJsonObject(await readBody(request, limit))
}

/** Nothing is an object without anything in it. */
export async function readOptionalObject(request: IncomingMessage, limit: number): Promise<Doc> {
  const body = await readBody(request, limit)
  return body.length === 0 ? {} : parseJsonObject(body)
}

/** The time one event is to see, standing still, when its sender asks for one. */
export function readEventClock(request: IncomingMessage): ClockReading | undefined {
  const header = request.headers['x-local-clock']
  if (header === undefined) return undefined
  const frozenAt = readInstant(header)
  return { offsetMs: 0, frozenAt }
}

export function readInstant(text: unknown): number {
  const instant = typeof text === 'string' ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) throw invalidParam(`not an instant in ISO form: ${String(text)}`)
  return instant
}
