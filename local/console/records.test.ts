import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage } from '../browser/launch'
import { shopFunction } from '../cloud/testing/shop-function'
import { startTestCloud, type TestCloud } from '../cloud/testing/start-test-cloud'
import { consoleRoutes } from './routes'

jest.setTimeout(60_000)

const person = { openid: 'ann', name: '安' }
const cast = {
  restaurant: { name: '小满食堂' },
  branches: [{ id: 'lakeside', name: '湖滨店', tables: ['1'] }],
  diners: [person],
  cashier: person,
  manager: person,
  owner: person,
}
let browser: Browser
let test$: TestCloud
let folder: string
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'console-'))
  const routes = consoleRoutes({ cast: async () => cast })
  const answer: NonNullable<Parameters<typeof startTestCloud>[0]>['fallback'] = async (request, response) => {
    // The phones stay dark: the console alone is looked at.
    if (!(await routes(request, response))) response.writeHead(200, { 'content-type': 'text/html' }).end()
  }
  const functions = [{ name: 'shop', httpPath: '/paid' }]
  const config = { envId: 'env-1', wechatPay: { mchid: '1900000109', name: '小满食堂' }, functions }
  test$ = await startTestCloud({ config, functionEnv: { HEARD: join(folder, 'heard') }, fallback: answer })
  await test$.writeFunction('shop', shopFunction)
  browser = await launchBrowser()
  ;({ page } = await openPage(browser, `${test$.cloud.url}/`, { viewport: { width: 1680, height: 950 } }))
})
afterAll(async () => {
  await browser.close()
  await test$.stop()
  rmSync(folder, { recursive: true })
})

const shop = <T>(event: object) => test$.cloud.invoke('shop', event) as Promise<T>
async function place(out_trade_no: string, description: string, total: number, path = '') {
  const order = {
    appid: 'wx-local',
    mchid: '1900000109',
    description,
    out_trade_no,
    notify_url: `https://env-1.service.tcloudbase.com/paid${path}`,
    amount: { total },
    payer: { openid: 'ann' },
  }
  const asked = { method: 'POST', target: '/v3/pay/transactions/jsapi', body: order }
  return (await shop<{ body: { prepay_id: string } }>(asked)).body.prepay_id
}
async function pay(prepayId: string) {
  const post = async (to: string, body: object, token = '') => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(test$.cloud.url + to, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const { token } = (await post('/wx/session', { openid: 'ann' })) as { token: string }
  await post('/wx/pay/confirm', { call: await shop({ prepayId }) }, token)
}
const tab = (name: string) => page.getByRole('tab', { name }).click()
const rows = () => page.locator('ol.log:not([hidden]) > li')

test('payments are shown with what the merchant heard, newest first, and he can be told once more', async () => {
  await pay(await place('order-0001', '储值 100 元', 10_000))
  await pay(await place('order-0002', '储值 200 元', 20_000, '/deaf'))
  await shop({
    method: 'POST',
    target: '/v3/refund/domestic/refunds',
    body: {
      out_trade_no: 'order-0001',
      out_refund_no: 'r-1',
      reason: '不想要了',
      amount: { refund: 4_000, total: 10_000, currency: 'CNY' },
    },
  })
  await place('order-0003', '储值 500 元', 50_000)
  await tab('支付')
  await rows().filter({ hasText: '已退回' }).waitFor()
  await rows().filter({ hasText: '重试（500）' }).waitFor()
  const seen = await rows().allInnerTexts()
  expect(seen.map((text) => text.match(/¥\d+\.\d\d/)?.[0])).toEqual(['¥500.00', '¥200.00', '¥100.00'])
  expect(seen[0]).toContain('待支付')
  expect(seen[1]).toContain('已支付')
  expect(seen[2]).toMatch(/有退款[\s\S]*退款 ¥40\.00 · 不想要了[\s\S]*付款通知 · 1 次[\s\S]*已收到/)
  await rows().nth(2).getByRole('button', { name: '再通知一次' }).click()
  await rows().nth(2).getByText('付款通知 · 2 次').waitFor()
})

test('code images are shown as they were drawn', async () => {
  const ask = (scene: string) =>
    test$.app.callCompatibleWxOpenApi({
      apiName: 'wxacode.getUnlimited',
      requestData: Buffer.from(JSON.stringify({ scene, page: 'pages/home/home' })) as never,
    })
  await ask('r=AB12')
  await tab('小程序码')
  await rows().getByText('pages/home/home?scene=r=AB12').waitFor()
  const width = () =>
    rows()
      .locator('img')
      .evaluate((image) => (image as HTMLImageElement).naturalWidth)
  await page.waitForFunction(
    () => (document.querySelector('.code-image img') as HTMLImageElement)?.naturalWidth === 430,
  )
  expect(await width()).toBe(430)
})

test('where nothing was sent, it says so', async () => {
  await tab('微信消息')
  await rows().getByText('还没有发出消息').waitFor()
})
