import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Limits } from '../limits'
import { NOBODY } from './bucket'
import type { Storage } from './storage'
import { FileTooLarge } from './stored-files'

export interface StorageAccess {
  storage: Storage
  limits: Limits
  now(): number
}

/** What the store of files says when it refuses: XML, which the SDK reads. */
class Denied extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A file is sent and fetched by itself, not through the gateway: with `PUT` and a signed header, `GET` and a signed address. */
export async function answerStorage(
  access: StorageAccess,
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  query: string,
) {
  try {
    const path = readPath(target)
    if (request.method === 'PUT') await take(access, request, response, path)
    else if (request.method === 'GET' || request.method === 'HEAD')
      await give(access, request, response, path, new URLSearchParams(query))
    else throw new Denied(405, 'MethodNotAllowed', 'a file is put, got or headed')
  } catch (error) {
    if (error instanceof Denied) deny(request, response, error)
    else if (error instanceof FileTooLarge)
      deny(request, response, new Denied(400, 'EntityTooLarge', error.message))
    else throw error
  }
}

function readPath(target: string): string {
  try {
    return decodeURIComponent(target.slice('/storage/'.length))
  } catch (error) {
    if (error instanceof URIError) throw new Denied(400, 'InvalidURI', 'the address is malformed')
    throw error
  }
}

async function take(
  { storage, limits, now }: StorageAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  const [, by = '', until = '', signature = ''] =
    /q-ak=([\w.-]+)&q-sign-time=\d+;(\d+)&q-signature=([0-9a-f]+)$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  if (!storage.bucket.isSigned('put', path, Number(until), signature, by))
    throw new Denied(403, 'SignatureDoesNotMatch', 'this upload was not allowed')
  if (Number(until) * 1000 < now()) throw new Denied(403, 'AccessDenied', 'the time to upload is over')
  const present = by === NOBODY ? null : await storage.files.find(path)
  if (present && present.by !== by)
    throw new Denied(403, 'AccessDenied', 'the file is not his who uploads it')
  if (Number(request.headers['content-length'] ?? 0) > limits.fileBytes)
    throw new Denied(400, 'EntityTooLarge', `a file may have at most ${limits.fileBytes} bytes`)
  const type = request.headers['content-type'] ?? typeOf(path)
  const about = { path, type, at: new Date(now()).toISOString(), ...(by === NOBODY ? {} : { by }) }
  await storage.files.put(about, request, limits.fileBytes)
  response.writeHead(200, { 'content-length': 0 }).end()
}

async function give(
  { storage, now }: StorageAccess,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
) {
  const until = Number(query.get('t'))
  if (!storage.bucket.isSigned('get', path, until, query.get('sign') ?? ''))
    throw new Denied(403, 'SignatureDoesNotMatch', 'this address was not given out')
  if (until * 1000 < now()) throw new Denied(403, 'AccessDenied', 'the address has expired')
  const file = await storage.files.find(path)
  if (!file) throw new Denied(404, 'NoSuchKey', 'there is no such file')
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes, ...HARMLESS })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(storage.files.placeOf(file)), response)
}

/** What is still being sent is not waited for. */
function deny(request: IncomingMessage, response: ServerResponse, { status, code, message }: Denied) {
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(xml)
  response.once('finish', () => request.destroy())
}

/** What somebody uploaded is shown, and never runs in the name of this server. */
const HARMLESS = { 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' }

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
}

const typeOf = (path: string) =>
  TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
