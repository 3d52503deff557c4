import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudbaseConfig } from '../cloudbaserc'
import { CloudError } from '../engine/cloud-error'
import { isPlain } from '../engine/document'
import type { Faults } from '../faults/faults'
import { tempt } from '../faults/strike'
import type { FunctionHost } from '../functions/function-host'
import { readBody } from '../gateway/read-body'
import type { Limits } from '../limits'
import { readEventClock, sendJson } from './answer-json'

export interface HttpAccess {
  host: FunctionHost
  faults: Faults
  config: CloudbaseConfig
  limits: Limits
}

/** HTTP access of the platform: the request becomes an event, the result a response. */
export async function answerHttp(
  access: HttpAccess,
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  query: string,
) {
  const path = target.slice('/http'.length) || '/'
  const name = functionAt(access.config, path)
  const event = await eventOf(access, request, path, query)
  const clock = readEventClock(request)
  const result = await tempt(access.faults, { action: 'http.call', function: name }, () =>
    access.host.invoke(name, JSON.stringify(event), { trigger: 'http', clock }),
  )
  sendResult(response, JSON.parse(result))
}

/** The longest `httpPath` that is the path or a folder of it. */
function functionAt({ functions }: CloudbaseConfig, path: string): string {
  const [best] = functions
    .flatMap(({ name, httpPath }) =>
      httpPath === undefined ? [] : [{ name, prefix: httpPath.replace(/\/$/, '') }],
    )
    .filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
    .sort((one, other) => other.prefix.length - one.prefix.length)
  if (!best) throw new CloudError('INVALID_PATH', `no function answers at ${path}`)
  return best.name
}

async function eventOf(
  { config, limits }: HttpAccess,
  request: IncomingMessage,
  path: string,
  query: string,
) {
  const bytes = await readBody(request, limits.eventBytes)
  const binary = !isText(request.headers['content-type'])
  const { 'x-local-clock': _clock, ...sent } = request.headers
  const headers = Object.entries(sent).map(([name, value]) => [name, [value].flat().join(', ')])
  return {
    path,
    httpMethod: request.method ?? 'GET',
    headers: Object.fromEntries(headers) as Record<string, string>,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    body: bytes.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary,
    requestContext: {
      appId: 'local',
      envId: config.envId,
      requestId: request.headers['x-request-id'] ?? '',
      uin: '',
    },
  }
}

const isText = (contentType = 'text/plain') =>
  /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/i.test(contentType)

/** A result with a status is a response, any other is the body of one. */
function sendResult(response: ServerResponse, result: unknown) {
  if (!isPlain(result) || typeof result.statusCode !== 'number') {
    if (typeof result === 'string')
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(result)
    else sendJson(response, 200, result)
    return
  }
  const { statusCode, headers, body = '', isBase64Encoded } = result
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8')
  const given = isPlain(headers)
    ? Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
    : []
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(statusCode, {
    'content-type': type,
    ...Object.fromEntries(given),
    'content-length': bytes.length,
  })
  response.end(bytes)
}
