import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildMiniprogram } from '../../build/build-miniprogram'
import { buildPreview } from '../build-preview'
import { previewRoutes } from '../preview-routes'

const root = resolve(__dirname, '../../..')

/** A page that embeds one phone, answers its questions and keeps what it says in `window.heard`. In the dark it sees no code. */
export const embedding = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body>
<script>
window.heard = []
addEventListener('message', ({ data, source }) => {
  heard.push(data)
  if (data.type === 'scan-request') {
    const offers = window.dark ? [] : [{ label: '另一部手机上的码', text: 'offered-text' }]
    source.postMessage({ type: 'scan-offers', id: data.id, offers }, location.origin)
  }
})
const phone = document.createElement('iframe')
phone.style = 'width:375px;height:760px;border:0'
phone.src = '/preview/index.html' + location.search
document.body.append(phone)
window.say = (message) => phone.contentWindow.postMessage(message, location.origin)
</script>`

interface CloudCall {
  authorization: string | undefined
  body: { name: string; data: unknown }
}
export interface Fixture {
  /** The address of a phone, alone or embedded. */
  phone(options?: Record<string, string>): string
  embedded(options?: Record<string, string>): string
  calls: CloudCall[]
  close(): Promise<void>
}

/** Builds the fixture mini-program and its preview into a new folder, and tells which. */
export async function buildFixture(): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'preview-'))
  const miniprogram = join(dist, 'miniprogram')
  await buildMiniprogram({
    root: join(__dirname, '../fixture'),
    out: miniprogram,
    nodeModules: join(root, 'node_modules'),
    minify: true,
  })
  await buildPreview({ miniprogram, out: join(dist, 'preview') })
  return dist
}

/** Serves the fixture with a cloud that knows two functions. */
export async function serveFixture(): Promise<Fixture> {
  const dist = await buildFixture()
  const calls: CloudCall[] = []
  const preview = previewRoutes(dist)
  const server = createServer((request, response) => {
    if (preview(request, response)) return
    if (request.url === '/wx/call') void answerCall(request, response, calls)
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(embedding)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const query = (options: Record<string, string> = {}) =>
    new URLSearchParams({ phone: 'one', token: 'the-token', who: 'someone', ...options })
  return {
    phone: (options) => `${base}/preview/index.html?${query(options)}`,
    embedded: (options) => `${base}/?${query(options)}`,
    calls,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      rmSync(dist, { recursive: true })
    },
  }
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  calls: CloudCall[],
): Promise<void> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const body = JSON.parse(text) as CloudCall['body']
  calls.push({ authorization: request.headers.authorization, body })
  const answer =
    body.name === 'items'
      ? { result: { items: [{ name: '苹果' }, { name: '香蕉' }] } }
      : { error: { code: 'REFUSED', message: 'not this one' } }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
