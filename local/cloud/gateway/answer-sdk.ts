import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import { breakOff, NoAnswer } from '../faults/strike'
import type { Log } from '../log-line'
import type { Gateway } from './gateway'
import { parseForm } from './parse-form'
import { parseJsonObject } from './parse-json'
import { perform } from './perform'
import { BodyTooLarge, BodyTruncated, readBody } from './read-body'
import { readAuthorization, refuseAmbiguousNames, verifySignature } from './verify-signature'

/** The SDK reads the outcome from the body alone: whatever happens, the status is 200 and the body says it. */
export async function answerSdk(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const requestId = randomUUID()
  let reply: Doc | Buffer
  try {
    reply = await answer(gateway, request)
  } catch (error) {
    if (error instanceof BodyTruncated) return
    if (error instanceof NoAnswer) return breakOff(response, error)
    reply = failureOf(error, gateway.log)
  }
  const isPicture = Buffer.isBuffer(reply)
  const bytes = Buffer.isBuffer(reply) ? reply : Buffer.from(JSON.stringify({ ...reply, requestId }))
  response.writeHead(200, {
    'content-type': isPicture ? 'image/png' : 'application/json; charset=utf-8',
    'content-length': bytes.length,
  })
  response.end(bytes)
}

function failureOf(error: unknown, log: Log): Doc {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  if (error instanceof BodyTooLarge) return { code: 'INVALID_PARAM', message: error.message }
  log({ source: 'gateway', stream: 'stderr', text: String((error as Error).stack ?? error) })
  return { code: 'SYS_ERR', message: (error as Error).message }
}

async function answer(gateway: Gateway, request: IncomingMessage): Promise<Doc | Buffer> {
  // What the SDK adds around an event of the full size is small.
  const bytes = await readBody(request, gateway.limits.eventBytes + 64 * 1024)
  const contentType = request.headers['content-type'] ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const body = isForm ? await parseForm(bytes, contentType) : parseJsonObject(bytes)
  refuseAmbiguousNames(body)
  const authorization = readAuthorization(request)
  const known = gateway.credentials.find(authorization.secretId)
  if (!known) throw new CloudError('INVALID_CREDENTIAL', 'unknown secret id')
  const clocks = [Date.now(), gateway.now(), known.owner?.invocation?.now() ?? gateway.now()]
  verifySignature(request, body, known.credential, authorization, clocks)
  return perform(gateway, body, known.owner, request)
}
