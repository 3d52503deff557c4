import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/launch'
import { shopFunction } from '../cloud/testing/shop-function'
import { sdkPath, startTestCloud, type TestCloud } from '../cloud/testing/start-test-cloud'
import { previewRoutes } from './preview-routes'
import { PhoneHand } from './testing/phone-hand'
import { buildFixture, embedding } from './testing/serve-fixture'

jest.setTimeout(60_000)

let browser: Browser
let dist: string
let test$: TestCloud
let hand: PhoneHand

beforeAll(async () => {
  ;[browser, dist] = await Promise.all([launchBrowser(), buildFixture()])
  const preview = previewRoutes(dist)
  test$ = await startTestCloud({
    config: {
      envId: 'env-1',
      wechatPay: { mchid: '1900000109', name: '测试商户' },
      functions: [{ name: 'shop', httpPath: '/paid' }],
    },
    functionEnv: { HEARD: join(dist, 'heard') },
    fallback: (request, response) => {
      if (preview(request, response)) return
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(embedding)
    },
  })
  await test$.writeFunction('shop', shopFunction)
  await test$.writeFunction(
    'codes',
    `const tcb = require(${sdkPath}); const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
    exports.main = async ({ scene }) => (await app.callCompatibleWxOpenApi({ apiName: 'wxacode.getUnlimited',
      requestData: Buffer.from(JSON.stringify({ scene, page: 'pages/wechat/index' })) })).toString('base64')`,
  )
  await test$.db.createCollection('c')
})
afterAll(async () => {
  await browser.close()
  await test$.stop()
  rmSync(dist, { recursive: true })
})
beforeEach(async () => {
  const body = JSON.stringify({ openid: 'someone' })
  const session = await fetch(`${test$.cloud.url}/wx/session`, { method: 'POST', body })
  const { token } = (await session.json()) as { token: string }
  const query = new URLSearchParams({ phone: 'one', who: 'someone', token, path: 'pages/wechat/index' })
  hand = await PhoneHand.open(browser, `${test$.cloud.url}/?${query}`, false)
})
afterEach(async () => {
  await hand.close()
  expect(hand.errors).toEqual([])
})

const sheet = () => hand.screen.getByRole('dialog', { name: '微信支付' })

test('the pay sheet says what is paid to whom; who turns away has not paid', async () => {
  await hand.act('pay')
  await sheet().getByText('付款给测试商户').waitFor()
  await sheet().getByText('¥123.45').waitFor()
  await hand.tap(sheet().getByLabel('取消支付'))
  await hand.seesSaid('requestPayment:fail cancel')
})

test('who agrees has paid, sees a receipt, and does not pay twice', async () => {
  await hand.act('pay')
  await hand.tap(sheet().getByText('确认支付'))
  await sheet().getByText('支付成功').waitFor()
  await hand.tap(sheet().getByText('完成'))
  await hand.seesSaid('paid requestPayment:ok')
  await hand.act('pay')
  await hand.seesSaid('refused 该订单已支付')
})

test('what the merchant did not sign is not paid', async () => {
  await hand.act('unsigned')
  await hand.seesSaid('requestPayment:fail 支付验证签名失败')
})

test.each([
  ['database', 'collection.get:fail'],
  ['write', 'document.update:fail'],
])('the mini-program is denied the database: %s', async (action, failed) => {
  await hand.act(action)
  await hand.seesSaid(`-502003 ${failed} -502003 database permission denied`)
  expect(hand.errors.splice(0)).toEqual([expect.stringContaining('403')])
})

test('a phone keeps files in the cloud, fetches them, and takes its own away', async () => {
  await hand.act('files')
  await hand.seesSaid(/^200 wxfile:\/\/tmp_1\.txt 0,-503003,0,-503003$/)
})

test("a phone does not write over another's file", async () => {
  await test$.app.uploadFile({ cloudPath: 'of-the-house.txt', fileContent: Buffer.from('x') as never })
  await hand.act('others')
  await hand.seesSaid('-503002 cloud.uploadFile:fail -503002 the file is not his who uploads it')
  expect(hand.errors.splice(0)).toEqual([expect.stringContaining('403')])
})

test('a code image on the screen can be read, and who scans it is told the page', async () => {
  await hand.act('code')
  await hand.shown.locator('.code img').waitFor()
  await hand.seesSaid('code')
  const codes = await hand.page.evaluate(async () => {
    const here = window as unknown as {
      say(words: object): void
      heard: { type: string; codes?: string[] }[]
    }
    for (let tries = 0; tries < 50; tries++) {
      here.say({ type: 'read-codes', id: String(tries) })
      await new Promise((resume) => setTimeout(resume, 100))
      const found = here.heard.filter(({ type }) => type === 'codes').at(-1)?.codes ?? []
      if (found.length > 0) return found
    }
    return []
  })
  expect(codes).toEqual(['weixin://wxacode/pages/wechat/index?scene=r%3DAB12'])
  await hand.act('scan')
  await hand.screen.getByLabel('码的内容').fill('weixin://wxacode/pages/wechat/index?scene=r%3DAB12')
  await hand.tap(hand.screen.getByText('确定'))
  await hand.seesSaid('WX_CODE pages/wechat/index?scene=r%3DAB12')
})

test('a drawing becomes a picture in the album', async () => {
  await hand.act('poster')
  await hand.screen.getByText('已保存到相册').waitFor()
  await hand.seesSaid(/^poster wxfile:\/\/tmp_1\.png$/)
})
