import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Asset, bundleClient } from './bundle-client'
import type { Cast } from './cast'

export type { Cast } from './cast'

export interface ConsoleOptions {
  /** Who is in the restaurant; asked at every load of the page, so that a new seed shows at once. */
  cast: () => Promise<Cast>
}

/**
 * Serves the console: `/`, `/console/*` and `/console/cast`. Answers false to what is not its own,
 * so that routes can be tried one after the other.
 */
export function consoleRoutes({ cast }: ConsoleOptions) {
  const assets = bundleClient()
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname } = new URL(request.url ?? '/', 'http://console')
    if (pathname !== '/' && !pathname.startsWith('/console/')) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, notAllowed)
    if (pathname === '/console/cast') {
      const body = JSON.stringify(await cast())
      return answer(response, 200, { type: 'application/json; charset=utf-8', body })
    }
    const asset = (await assets).get(pathname)
    return asset ? answer(response, 200, asset) : answer(response, 404, notFound)
  }
}

const notAllowed: Asset = { type: 'text/plain', body: 'only GET' }
const notFound: Asset = { type: 'text/plain', body: 'not found' }

function answer(response: ServerResponse, status: number, { type, body }: Asset): true {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(body)
  return true
}
