import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerHttp, type HttpAccess } from './access/answer-http'
import { sendFailure, sendJson } from './access/answer-json'
import { answerLocal, type LocalAccess } from './access/answer-local'
import { answerWx, type WxAccess } from './access/answer-wx'
import { CloudError } from './engine/cloud-error'
import { breakOff, NoAnswer } from './faults/strike'
import { answerSdk } from './gateway/answer-sdk'
import type { Gateway } from './gateway/gateway'
import { answerPay, type PayAccess } from './pay/answer-pay'
import { answerStorage, type StorageAccess } from './storage/answer-storage'

/** Everything a request may need; each answer takes what it names. */
export type Parts = Gateway & HttpAccess & LocalAccess & PayAccess & StorageAccess & WxAccess

/** Whether the request was the cloud's. Nothing that arrives over the wire may end the process. */
export async function routeRequest(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  try {
    return await route(parts, request, response)
  } catch (error) {
    if (error instanceof NoAnswer) breakOff(response, error)
    else if (response.headersSent) response.destroy()
    else sendFailure(response, error, parts.log)
    return true
  }
}

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const target = request.url ?? '/'
  const mark = target.indexOf('?')
  const [path, query] = mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)]
  if (/^\/(wx|local)\//.test(path)) refuseOtherSites(request)
  if (path === '/admin') await answerSdk(parts, request, response)
  else if (path === '/http' || path.startsWith('/http/'))
    await answerHttp(parts, request, response, path, query)
  else if (path.startsWith('/v3/')) await answerPay(parts, request, response, path, query)
  else if (path.startsWith('/storage/')) await answerStorage(parts, request, response, path, query)
  else if (path.startsWith('/wx/')) await answerWx(parts, request, response, path)
  else if (path.startsWith('/local/')) await answerLocal(parts, request, response, path)
  else if (path === '/healthz') sendJson(response, 200, { ok: true })
  else return false
  return true
}

/** A page of another site that a browser on this machine happens to show must not reach what asks nobody who he is. */
function refuseOtherSites({ headers: { origin, host } }: IncomingMessage) {
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return
  throw new CloudError('PERMISSION_DENIED', 'a page of another site has no business here')
}
