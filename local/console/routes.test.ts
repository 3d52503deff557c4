import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Cast, consoleRoutes } from './routes'

const cast: Cast = {
  restaurant: { name: '小满食堂' },
  branches: [{ id: 'lakeside', name: '湖滨店', tables: ['1', '包间2'] }],
  diners: [{ openid: 'o-lin', name: '林小满', note: '金卡' }],
  cashier: { openid: 'o-cashier', name: '阿芳' },
  manager: { openid: 'o-manager', name: '周店长' },
  owner: { openid: 'o-owner', name: '陈老板' },
}

let server: Server
let origin: string

beforeAll(async () => {
  const routes = consoleRoutes({ cast: async () => cast })
  server = createServer(async (request, response) => {
    if (!(await routes(request, response))) response.writeHead(418).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))

test.each([
  ['/', 'text/html'],
  ['/?from=readme', 'text/html'],
  ['/console/console.css', 'text/css'],
  ['/console/console.js', 'text/javascript'],
  ['/console/cast', 'application/json'],
])('%s is served as %s', async (path, type) => {
  const response = await fetch(origin + path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain(type)
  expect((await response.text()).length).toBeGreaterThan(50)
})

test('the cast is what the restaurant says it is', async () => {
  expect(await (await fetch(`${origin}/console/cast`)).json()).toEqual(cast)
})

test('the page wears the colours of the restaurant and fetches nothing from elsewhere', async () => {
  const pages = ['/', '/console/console.css', '/console/console.js']
  const [page = '', styles = '', script = ''] = await Promise.all(
    pages.map(async (path) => (await fetch(origin + path)).text()),
  )
  expect(styles).toMatch(/--brand-primary: #/)
  for (const text of [page, styles, script])
    expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/["'(]https?:\/\/(?!127)/)
})

test.each([
  ['GET', '/preview/index.html'],
  ['GET', '/local/clock'],
  ['POST', '/wx/session'],
])('%s %s is left to others', async (method, path) => {
  expect((await fetch(origin + path, { method })).status).toBe(418)
})

test('what the console does not have is not found, and it only answers GET', async () => {
  expect((await fetch(`${origin}/console/../../package.json`)).status).toBe(418)
  expect((await fetch(`${origin}/console/start.ts`)).status).toBe(404)
  expect((await fetch(`${origin}/console/cast`, { method: 'POST' })).status).toBe(405)
})
