import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { previewRoutes } from './preview-routes'

let dist: string
let server: Server

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'routes-'))
  for (const folder of ['preview', 'miniprogram/images']) mkdirSync(join(dist, folder), { recursive: true })
  writeFileSync(join(dist, 'preview/index.html'), 'the phone')
  writeFileSync(join(dist, 'miniprogram/images/a.png'), 'a picture')
  writeFileSync(join(dist, 'miniprogram/app.json'), 'configuration')
  writeFileSync(join(dist, 'secret.html'), 'a secret')
  const routes = previewRoutes(dist)
  server = createServer((asked, answer) => {
    if (!routes(asked, answer)) answer.writeHead(418).end('for somebody else')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(dist, { recursive: true })
})

/** Asks without a URL parser in between, which would tidy the path. */
function ask(path: string): Promise<{ status: number | undefined; body: string }> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1' }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      answer.on('end', () => resolve({ status: answer.statusCode, body }))
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['/preview/index.html?phone=one', 'the phone'],
  ['/preview/', 'the phone'],
  ['/preview/mp/images/a.png', 'a picture'],
])('%s is served', async (path, body) => {
  expect(await ask(path)).toEqual({ status: 200, body })
})

test.each([
  '/preview/gone.js',
  '/preview/../secret.html',
  '/preview/..%2fsecret.html',
  '/preview/%ff%fe',
  '/preview/%',
  '/preview/mp/images',
  '/preview/mp/../secret.html',
])('%s is not found', async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test.each(['/', '/previews/index.html', '/wx/call'])('%s is for somebody else', async (path) => {
  expect((await ask(path)).status).toBe(418)
})
