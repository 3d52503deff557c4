import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerHttp, type HttpAccess } from './access/answer-http'
import { sendFailure, sendJson } from './access/answer-json'
import { answerLocal, type LocalAccess } from './access/answer-local'
import { answerWx, type WxAccess } from './access/answer-wx'
import { answerSdk, type Gateway } from './gateway/answer-sdk'

/** Everything a request may need; each answer takes what it names. */
export type Parts = Gateway & HttpAccess & LocalAccess & WxAccess

/** Whether the request was the cloud's. Nothing that arrives over the wire may end the process. */
export async function routeRequest(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  try {
    return await route(parts, request, response)
  } catch (error) {
    if (response.headersSent) response.destroy()
    else sendFailure(response, error, parts.log)
    return true
  }
}

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const url = parseUrl(request)
  const { pathname } = url
  if (pathname === '/admin') await answerSdk(parts, request, response)
  else if (pathname === '/http' || pathname.startsWith('/http/'))
    await answerHttp(parts, request, response, url)
  else if (pathname.startsWith('/wx/')) await answerWx(parts, request, response, pathname)
  else if (pathname.startsWith('/local/')) await answerLocal(parts, request, response, pathname)
  else if (pathname === '/healthz') sendJson(response, 200, { ok: true })
  else return false
  return true
}

/** Only the path counts: what is odd about the rest must not throw. */
function parseUrl(request: IncomingMessage): URL {
  const target = request.url ?? '/'
  return URL.canParse(target, 'http://cloud') ? new URL(target, 'http://cloud') : new URL('http://cloud/')
}
