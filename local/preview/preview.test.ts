import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/launch'
import { PhoneHand } from './testing/phone-hand'
import { type Fixture, serveFixture } from './testing/serve-fixture'

jest.setTimeout(60_000)

let browser: Browser
let fixture: Fixture
let hand: PhoneHand

beforeAll(async () => {
  ;[browser, fixture] = await Promise.all([launchBrowser(), serveFixture()])
})
afterAll(async () => {
  await browser.close()
  await fixture.close()
})
afterEach(async () => {
  await hand.close()
  expect(hand.errors).toEqual([])
})

describe.each([
  ['a mouse', false],
  ['a finger', true],
])('with %s', (_pointer, touch) => {
  const open = async (path = '') => {
    hand = await PhoneHand.open(browser, fixture.phone({ path }), touch)
  }

  test('TDesign, WXS, templates, behaviors, slots and custom events work together', async () => {
    await open('pages/kit/index?scene=a%3D1')
    await hand.sees('KIT list 138****5678 2024')
    await hand.sees('模板 × 2')
    await hand.sees('load a%3D1 of 1 show ready')
    await hand.tap(hand.shown.getByText('香蕉 0'))
    await hand.tap(hand.shown.getByText('香蕉 2', { exact: true }))
    await hand.seesSaid('1 香蕉 4')
    await hand.sees('attached ready 343')
  })

  test('a TDesign dialog opens, asks and closes', async () => {
    await open()
    await hand.tap(hand.shown.getByText('弹窗'))
    await hand.tap(hand.shown.getByText('好的'))
    await hand.seesSaid('confirmed')
    await hand.shown.getByText('真的吗？').waitFor({ state: 'hidden' })
  })

  test('a TDesign toast, input and stepper do what they say', async () => {
    await open()
    await hand.tap(hand.shown.getByText('轻提示'))
    await hand.sees('成功')
    await hand.shown.getByPlaceholder('请输入').fill('小明')
    await hand.seesSaid('name 小明')
    await hand.tap(hand.shown.getByRole('button', { name: '增加1' }))
    await hand.seesSaid('amount 2')
  })

  test('a page is pulled down to refresh', async () => {
    await open()
    await hand.sees('苹果 0')
    await hand.drag(hand.shown.locator('.title').first(), { x: 0, y: 180 })
    await hand.seesSaid('refreshed')
    await hand.screen.locator('.ph-refreshing').waitFor({ state: 'detached' })
  })

  test('pages open with a query and an event channel, and go back', async () => {
    await open('pages/native/index')
    await hand.act('detail')
    await hand.sees('id=42 name=测 试 from=native pages=2')
    await hand.tap(hand.shown.getByText('返回'))
    await hand.seesSaid('done true')
    await hand.tap(hand.shown.getByText('链接'))
    await hand.sees('from=navigator')
    await hand.tap(hand.screen.getByRole('button', { name: '返回' }).first())
    await hand.seesSaid('done true')
  })

  test('tabs keep their pages, and hidden pages hear about it once', async () => {
    await open()
    await hand.sees('load plain of 1 show ready')
    await hand.tap(hand.screen.getByRole('tab', { name: '我的' }))
    await hand.sees('launch pages/kit/index 1001, show 1001')
    await hand.tap(hand.screen.getByRole('tab', { name: '组件' }))
    await hand.sees(/^load plain of 1 show ready show$/)
    const selected = hand.screen.getByRole('tab', { name: '组件', selected: true }).locator('img')
    expect(await selected.getAttribute('src')).toBe('mp/images/square-on.png')
  })

  test('model:value follows the typing, and a form gives all its values', async () => {
    await open('pages/native/index')
    await hand.shown.getByPlaceholder('搜索').fill('鸡汤')
    expect(await hand.shown.locator('.echo').textContent()).toBe('鸡汤')
    await hand.shown.getByPlaceholder('搜索').press('Enter')
    await hand.seesSaid('search 鸡汤')
    await hand.tap(hand.shown.getByText('小', { exact: true }))
    await hand.tap(hand.shown.getByText('乙', { exact: true }))
    await hand.seesSaid('a,b')
    await hand.tap(hand.shown.getByText('提交'))
    await hand.seesSaid('{"phone":"138","agree":true,"size":"s","with":["a","b"]}')
  })

  test('pickers turn their wheels', async () => {
    await open('pages/native/index')
    await hand.tap(hand.shown.getByText('城市 上海'))
    await hand.tap(hand.screen.getByRole('option', { name: '深圳' }))
    await hand.tap(hand.screen.getByText('确定'))
    await hand.sees('城市 深圳')
    await hand.tap(hand.shown.getByText('日期'))
    await hand.tap(hand.screen.getByRole('option', { name: '28日' }))
    await hand.tap(hand.screen.getByText('确定'))
    await hand.seesSaid('date 2024-02-28')
  })

  test('a swiper is swiped and a scroll-view scrolls to a row', async () => {
    await open('pages/native/index')
    await hand.shown.locator('.slides').scrollIntoViewIfNeeded()
    await hand.drag(hand.shown.locator('.slides'), { x: -150, y: 0 })
    await hand.seesSaid('slide 1 touch')
    await hand.act('jump')
    await hand.shown.locator('#row15, [data-wx-id="row15"]').waitFor()
    await hand.seesSaid('slide 1 touch')
  })

  test('dialogs of WeChat answer', async () => {
    await open('pages/native/index')
    await hand.act('modal')
    await hand.screen.getByPlaceholder('请输入').fill('小红')
    await hand.tap(hand.screen.getByText('确定'))
    await hand.seesSaid('modal true 小红')
    await hand.act('sheet')
    await hand.tap(hand.screen.getByText('绿'))
    await hand.seesSaid('sheet 1')
  })

  test('a scan without an embedding page takes typed text, and can be cancelled', async () => {
    await open('pages/native/index')
    await hand.act('scan')
    await hand.screen.getByLabel('码的内容').fill('typed-text')
    await hand.tap(hand.screen.getByText('确定'))
    await hand.seesSaid('scanned typed-text')
    await hand.act('scan')
    await hand.tap(hand.screen.getByText('取消'))
    await hand.seesSaid('scanCode:fail cancel')
  })
})

describe('the host', () => {
  const open = async (options: Record<string, string> = {}) => {
    hand = await PhoneHand.open(browser, fixture.phone({ path: 'pages/native/index', ...options }), false)
  }

  test('a selector query gives nodes, sizes and computed style', async () => {
    await open()
    await hand.act('measure')
    await hand.seesSaid('measured 100 block 0')
  })

  test('an element that comes into view is noticed', async () => {
    await open()
    await hand.act('observe')
    await hand.shown.locator('.link').scrollIntoViewIfNeeded()
    await hand.seesSaid('visible true')
  })

  test('the device is asked and told', async () => {
    await open()
    await hand.act('device')
    await hand.seesSaid('1 wifi true false')
  })

  test('cloud calls carry the session, and a refusal has its code', async () => {
    await open({ token: 'token-of-anna' })
    await hand.act('refuse')
    await hand.seesSaid('REFUSED cloud.callFunction:fail Error: errCode: REFUSED | errMsg: not this one')
    expect(fixture.calls.at(-1)).toEqual({
      authorization: 'Bearer token-of-anna',
      body: { name: 'refuse', data: {} },
    })
  })

  test('storage belongs to a phone and the person who holds it', async () => {
    await open()
    await hand.act('store')
    await hand.act('store')
    await hand.seesSaid('stored 2')
    await hand.page.goto(fixture.phone({ path: 'pages/native/index', who: 'other' }))
    await hand.act('store')
    await hand.seesSaid('stored 1')
  })

  test('pages do not see the browser', async () => {
    await open()
    await hand.act('globals')
    await hand.seesSaid('undefined undefined undefined undefined undefined undefined')
  })

  test('a wx call that the preview lacks throws by name', async () => {
    await open()
    await hand.act('missing')
    expect(hand.errors.splice(0).join()).toContain('wx.chooseInvoice is not in the preview')
  })

  test('an error in a handler is a console error', async () => {
    await open()
    await hand.act('break')
    expect(hand.errors.splice(0).join()).toContain('broken on purpose')
  })

  test('the style of one page does not reach another', async () => {
    await open()
    const color = (selector: string) =>
      hand.shown
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).color)
    await hand.tap(hand.screen.getByRole('tab', { name: '组件' }))
    await hand.sees('苹果 0')
    expect(await color('.title')).toBe('rgb(34, 34, 34)')
    expect(await color('.said')).toBe('rgb(255, 0, 0)')
    await hand.tap(hand.screen.getByRole('tab', { name: '原生' }))
    expect(await color('.said')).toBe('rgb(34, 34, 34)')
  })

  test('nothing is fetched from another server', async () => {
    await open()
    const others: string[] = []
    hand.page.on('request', (request) => others.push(new URL(request.url()).host))
    await hand.page.goto(fixture.phone())
    await hand.sees('苹果 0')
    expect([...new Set(others)]).toEqual([new URL(fixture.phone()).host])
  })
})

describe('embedded', () => {
  const open = async (path = '') => {
    hand = await PhoneHand.open(browser, fixture.embedded({ path }), false)
  }
  const say = (message: object) =>
    hand.page.evaluate((each) => (window as unknown as { say(message: object): void }).say(each), message)
  const heard = (match: object) =>
    hand.page.waitForFunction((wanted) => {
      const all = (window as unknown as { heard: Record<string, unknown>[] }).heard
      return all.find((each) => Object.entries(wanted).every(([name, value]) => each[name] === value))
    }, match)

  test('a scan offers the codes that the embedding page sees', async () => {
    await open('pages/native/index')
    await hand.act('scan')
    await hand.tap(hand.screen.getByText('另一部手机上的码'))
    await hand.seesSaid('scanned offered-text')
  })

  test('a scan that is open sees a code that is shown only then', async () => {
    await open('pages/native/index')
    const dark = (value: boolean) =>
      hand.page.evaluate((dark) => Object.assign(window, { dark }) && null, value)
    await dark(true)
    await hand.act('scan')
    await heard({ type: 'scan-request' })
    await dark(false)
    await hand.tap(hand.screen.getByText('另一部手机上的码'))
    await hand.seesSaid('scanned offered-text')
  })

  test('the code on the screen is decoded, not asked for', async () => {
    await open()
    await hand.sees('苹果 0')
    await say({ type: 'read-codes', id: 'before' })
    expect(await (await heard({ type: 'codes', id: 'before' })).jsonValue()).toMatchObject({ codes: [] })
    await hand.tap(hand.shown.getByText('二维码', { exact: true }))
    await hand.shown.locator('canvas').waitFor()
    await hand.screen.waitForFunction(
      () => document.querySelector('canvas')?.getContext('2d')?.getImageData(60, 60, 1, 1).data[3],
    )
    await say({ type: 'read-codes', id: 'after' })
    expect(await (await heard({ type: 'codes', id: 'after' })).jsonValue()).toMatchObject({
      codes: ['code-of-the-fixture-1'],
    })
  })

  test('the phone tells where it is and what it asks', async () => {
    await open()
    await heard({ type: 'phone', phone: 'one', event: 'page', path: 'pages/kit/index' })
    await heard({ type: 'phone', event: 'request', name: 'items', procedure: 'list', state: 'start' })
    await heard({ type: 'phone', event: 'request', name: 'items', procedure: 'list', state: 'end', ok: true })
  })

  test('a code scanned outside brings the app to its page with scene 1047', async () => {
    await open()
    await hand.sees('苹果 0')
    await say({ type: 'navigate', path: 'pages/native/index?scene=b%3D1%26t%3D5' })
    await hand.act('enter')
    await hand.seesSaid('"query":{"scene":"b%3D1%26t%3D5"},"scene":1047')
  })

  test('the app and its page hear that they are hidden and shown', async () => {
    await open('pages/mine/index')
    await hand.sees(/^launch pages\/mine\/index 1001, show 1001$/)
    await say({ type: 'visibility', hidden: true })
    await say({ type: 'visibility', hidden: false })
    await hand.sees('show 1001, hide, show 1001')
  })

  test('another holder starts the app anew with his own token', async () => {
    await open()
    await hand.sees('苹果 0')
    const before = fixture.calls.length
    await say({ type: 'token', token: 'token-of-ben', who: 'ben' })
    await hand.page.waitForFunction(
      () =>
        (window as unknown as { heard: { event: string; state?: string }[] }).heard.filter(
          (each) => each.state === 'end',
        ).length === 2,
    )
    expect(fixture.calls.slice(before).map((call) => call.authorization)).toEqual(['Bearer token-of-ben'])
  })
})
