import { X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { shopFunction } from '../testing/shop-function'
import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'
import type { PayKeys } from './pay-keys'

const MINUTE = 60_000
const config = {
  envId: 'env-1',
  wechatPay: { mchid: '1900000109', name: '测试商户' },
  functions: [{ name: 'shop', httpPath: '/paid', timeout: 20 }],
}
let test$: TestCloud
let folder: string
let number = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-pay-'))
  test$ = await startTestCloud({ config, functionEnv: { HEARD: join(folder, 'heard') } })
  await test$.writeFunction('shop', shopFunction)
})
afterAll(async () => {
  await test$.stop()
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  test$.cloud.clock.set(null)
  test$.cloud.faults.set([])
})

type Answer = { status: number; body: Record<string, unknown> | null; signed: boolean }
const shop = <T = Answer>(event: object) => test$.cloud.invoke('shop', event) as Promise<T>
const newNumber = () => `order-${String(number++).padStart(4, '0')}`
const orderOf = (outTradeNo: string, more: object = {}) => ({
  appid: 'wx-local',
  mchid: '1900000109',
  description: '一张卡',
  out_trade_no: outTradeNo,
  notify_url: 'https://env-1.service.tcloudbase.com/paid',
  amount: { total: 10_000, currency: 'CNY' },
  payer: { openid: 'ann' },
  ...more,
})
const place = (order: object, more: object = {}) =>
  shop({ method: 'POST', target: '/v3/pay/transactions/jsapi', body: order, ...more })
const query = (outTradeNo: string) =>
  shop({ method: 'GET', target: `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=1900000109` })
const refund = (body: object) => shop({ method: 'POST', target: '/v3/refund/domestic/refunds', body })

async function post(path: string, body: object, openid: string) {
  const send = async (to: string, what: object, token = '') =>
    (
      await fetch(test$.cloud.url + to, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(what),
      })
    ).json()
  const { token } = (await send('/wx/session', { openid })) as { token: string }
  return (await send(path, body, token)) as Record<string, unknown>
}

/** The whole way of a payer: order, signed call, sheet, thumb. */
async function pay(outTradeNo: string, more: object = {}, openid = 'ann') {
  const { body } = await place(orderOf(outTradeNo, more))
  const call = await shop<object>({ prepayId: body?.prepay_id })
  return { call, paid: await post('/wx/pay/confirm', { call }, openid) }
}

interface Heard {
  id: string
  event_type: string
  path: string
  resource: Record<string, unknown>
}
function heardOf(outTradeNo: string): Heard[] {
  const file = join(folder, 'heard')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  const all = lines.map((line) => JSON.parse(line) as Heard)
  return all.filter(({ resource }) => resource.out_trade_no === outTradeNo)
}
async function awaitHeard(outTradeNo: string, count: number) {
  for (let tries = 0; tries < 200; tries++) {
    const heard = heardOf(outTradeNo)
    if (heard.length >= count) return heard
    await wait(40)
  }
  throw new Error(`${outTradeNo}: fewer than ${count} notices were heard`)
}
interface Payment {
  outTradeNo: string
  state: string
  refunded: number
  notices: { id: string; attempts: { heard: string; ok: boolean }[]; dueAt: string | null }[]
}
const payments = async () => (await (await fetch(`${test$.cloud.url}/local/payments`)).json()) as Payment[]
const paymentOf = async (outTradeNo: string) =>
  (await payments()).find((each) => each.outTradeNo === outTradeNo) as Payment
/** An attempt is noted when the merchant's answer has arrived. */
async function awaitAttempts(outTradeNo: string, count: number) {
  for (let tries = 0; tries < 200; tries++) {
    const [notice] = (await paymentOf(outTradeNo)).notices
    if (notice && notice.attempts.length >= count) return notice
    await wait(40)
  }
  throw new Error(`${outTradeNo}: fewer than ${count} attempts`)
}

it('the certificate of the platform is one that everybody can read', () => {
  const { platform } = JSON.parse(
    readFileSync(join(test$.dataDir, 'wechat-pay-keys.json'), 'utf8'),
  ) as PayKeys
  const certificate = new X509Certificate(platform.certificate)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.serialNumber).toBe(platform.serial)
  expect(certificate.subject).toBe('O=Local cloud\nCN=Tenpay.com sign')
  expect(new Date(certificate.validTo).getTime()).toBeGreaterThan(Date.now() + 4 * 365 * 24 * 60 * MINUTE)
})

test.each(['fetch', 'https'])(
  'an order is placed by %s at the real address, and the answer is signed',
  async (by) => {
    const answer = await place(orderOf(newNumber()), { by })
    expect(answer).toEqual({
      status: 200,
      signed: true,
      body: { prepay_id: expect.stringMatching(/^wx\d{8}\w{26}$/) },
    })
  },
)

it('the payer sees what he pays and to whom, pays, and the merchant is told under seal', async () => {
  const no = newNumber()
  const { body } = await place(orderOf(no, { attach: 'card=7' }))
  const call = await shop<object>({ prepayId: body?.prepay_id })
  const sheet = { merchant: '测试商户', description: '一张卡', total: 10_000 }
  expect(await post('/wx/pay/show', { call }, 'ann')).toEqual(sheet)
  expect((await query(no)).body).toMatchObject({ trade_state: 'NOTPAY' })
  expect(await post('/wx/pay/confirm', { call }, 'ann')).toEqual(sheet)
  const [notice] = await awaitHeard(no, 1)
  const transaction = {
    appid: 'wx-local',
    mchid: '1900000109',
    out_trade_no: no,
    transaction_id: expect.stringMatching(/^\d{28}$/),
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    trade_state_desc: '支付成功',
    bank_type: 'OTHERS',
    attach: 'card=7',
    success_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
    payer: { openid: 'ann' },
    amount: { total: 10_000, payer_total: 10_000, currency: 'CNY', payer_currency: 'CNY' },
  }
  expect(notice).toMatchObject({ event_type: 'TRANSACTION.SUCCESS', path: '/paid', resource: transaction })
  expect(await query(no)).toMatchObject({ status: 200, signed: true, body: transaction })
  const id = String(notice?.resource.transaction_id)
  const target = `/v3/pay/transactions/id/${id}?mchid=1900000109`
  expect((await shop({ method: 'GET', target })).body).toMatchObject(transaction)
})

describe('a request is refused', () => {
  test.each<[string, object]>([
    ['whose body was changed after it was signed', { signedBody: '{}' }],
    ['of a serial number that is none', { serial: '00' }],
    ['of another merchant', { mchid: '1900000000' }],
    ['signed 302 seconds ago', { seconds: -302 }],
    ['signed 302 seconds ahead', { seconds: 302 }],
  ])('%s: 401', async (_name, spoil) => {
    expect(await place(orderOf(newNumber()), { spoil })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_ERROR' },
    })
  })

  it('is taken 298 seconds after it was signed', async () => {
    expect(await place(orderOf(newNumber()), { spoil: { seconds: -298 } })).toMatchObject({ status: 200 })
  })

  test.each<[string, object, string]>([
    ['no price', { amount: {} }, 'PARAM_ERROR'],
    ['a price of nothing', { amount: { total: 0 } }, 'PARAM_ERROR'],
    ['a price of half a fen', { amount: { total: 0.5 } }, 'PARAM_ERROR'],
    ['more than a million yuan', { amount: { total: 100_000_001 } }, 'PARAM_ERROR'],
    ['dollars', { amount: { total: 1, currency: 'USD' } }, 'PARAM_ERROR'],
    ['a number of five characters', { out_trade_no: '12345' }, 'PARAM_ERROR'],
    ['a number of 33 characters', { out_trade_no: '1'.repeat(33) }, 'PARAM_ERROR'],
    ['nobody who pays', { payer: {} }, 'PARAM_ERROR'],
    ['128 bytes of description', { description: 'x'.repeat(128) }, 'PARAM_ERROR'],
    ['another merchant', { mchid: '1900000000' }, 'PARAM_ERROR'],
    ['another mini-program', { appid: 'wx-other' }, 'APPID_MCHID_NOT_MATCH'],
    ['a notification to a stranger', { notify_url: 'https://example.com/paid' }, 'PARAM_ERROR'],
    ['a notification in clear', { notify_url: 'http://env-1.service.tcloudbase.com/paid' }, 'PARAM_ERROR'],
    [
      'a notification with a query',
      { notify_url: 'https://env-1.service.tcloudbase.com/paid?a=1' },
      'PARAM_ERROR',
    ],
    ['an end without a time zone', { time_expire: '2030-01-01T00:00:00' }, 'PARAM_ERROR'],
  ])('for %s', async (_name, more, code) => {
    expect(await place(orderOf(newNumber(), more))).toMatchObject({
      status: 400,
      signed: true,
      body: { code },
    })
  })

  it('for an order nobody placed', async () => {
    expect(await query('order-nobody')).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_EXIST' } })
  })

  it('for an interface that is not played here', async () => {
    const asked = { method: 'POST', target: '/v3/transfer/batches', body: {} }
    expect(await shop(asked)).toMatchObject({ status: 404, body: { code: 'RESOURCE_NOT_EXISTS' } })
  })
})

describe('an order', () => {
  it('that is placed again as it was is the same order; otherwise it is refused', async () => {
    const no = newNumber()
    const first = await place(orderOf(no))
    expect((await place(orderOf(no))).body).toEqual(first.body)
    expect(await place(orderOf(no, { amount: { total: 9_999 } }))).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST' },
    })
    test$.cloud.clock.set(Date.now() + 121 * MINUTE)
    expect((await place(orderOf(no))).body).not.toEqual(first.body)
  })

  it('that is closed cannot be paid or placed again', async () => {
    const no = newNumber()
    const { body } = await place(orderOf(no))
    const close = {
      method: 'POST',
      target: `/v3/pay/transactions/out-trade-no/${no}/close`,
      body: { mchid: '1900000109' },
    }
    expect(await shop(close)).toEqual({ status: 204, body: null, signed: true })
    expect(await shop(close)).toMatchObject({ status: 204 })
    const call = await shop<object>({ prepayId: body?.prepay_id })
    expect(await post('/wx/pay/confirm', { call }, 'ann')).toEqual({ hindrance: '该订单已关闭' })
    expect(await place(orderOf(no))).toMatchObject({ body: { code: 'ORDER_CLOSED' } })
    expect((await query(no)).body).toMatchObject({ trade_state: 'CLOSED' })
  })

  it('that is paid cannot be paid, placed or closed again', async () => {
    const no = newNumber()
    const { call } = await pay(no)
    expect(await post('/wx/pay/confirm', { call }, 'ann')).toEqual({ hindrance: '该订单已支付' })
    expect(await place(orderOf(no))).toMatchObject({ body: { code: 'ORDERPAID' } })
    const close = {
      method: 'POST',
      target: `/v3/pay/transactions/out-trade-no/${no}/close`,
      body: { mchid: '1900000109' },
    }
    expect(await shop(close)).toMatchObject({ status: 400, body: { code: 'ORDERPAID' } })
  })

  it('is paid by who it was placed for, with the signature of the merchant, before it ends', async () => {
    const no = newNumber()
    const { paid, call } = await pay(no, {}, 'bob')
    expect(paid).toEqual({ hindrance: '支付者与下单用户不一致' })
    expect(await post('/wx/pay/confirm', { call: { ...call, nonceStr: 'other' } }, 'ann')).toEqual({
      hindrance: '支付验证签名失败',
    })
    test$.cloud.clock.set(Date.now() + 121 * MINUTE)
    expect(await post('/wx/pay/confirm', { call }, 'ann')).toEqual({ hindrance: '预支付交易会话已过期' })
    const soon = new Date(test$.cloud.clock.now() + 5 * MINUTE).toISOString().replace(/\.\d+Z/, 'Z')
    const { body } = await place(orderOf(newNumber(), { time_expire: soon }))
    const late = await shop<object>({ prepayId: body?.prepay_id })
    test$.cloud.clock.set(test$.cloud.clock.now() + 6 * MINUTE)
    expect(await post('/wx/pay/confirm', { call: late }, 'ann')).toEqual({ hindrance: '订单已过期' })
  })
})

describe('a notification', () => {
  it('that is not heard comes again, after 15 s, 15 s, 30 s, 3 min …, the same each time', async () => {
    const no = newNumber()
    const deaf = { notify_url: 'https://env-1.service.tcloudbase.com/paid/deaf' }
    await pay(no, deaf)
    const pauses = [15, 15, 30, 180]
    for (const [at, seconds] of pauses.entries()) {
      const { dueAt, attempts } = await awaitAttempts(no, at + 1)
      expect(attempts.at(-1)).toMatchObject({ heard: '500', ok: false })
      const now = test$.cloud.clock.now()
      expect(Math.round((Date.parse(dueAt as string) - now) / 1000)).toBeCloseTo(seconds, -1)
      test$.cloud.clock.set(now + seconds * 1000 + 500)
    }
    const heard = await awaitHeard(no, pauses.length + 1)
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1)
  })

  it('comes twice, late, or as if its answer were lost, when that is asked for', async () => {
    const twice = newNumber()
    test$.cloud.faults.set([{ fault: 'duplicate', action: 'pay.notify' }])
    await pay(twice)
    await awaitHeard(twice, 2)
    test$.cloud.faults.set([{ fault: 'slow', action: 'pay.notify', ms: 300 }])
    const late = newNumber()
    await pay(late)
    expect(heardOf(late)).toEqual([])
    await awaitHeard(late, 1)
    test$.cloud.faults.set([{ fault: 'timeout-after', action: 'pay.notify', count: 1 }])
    const lost = newNumber()
    await pay(lost)
    await awaitHeard(lost, 1)
    await awaitAttempts(lost, 1)
    test$.cloud.clock.set(Date.now() + 16_000)
    await awaitHeard(lost, 2)
    expect((await awaitAttempts(lost, 2)).dueAt).toBeNull()
  })

  it('is sent once more to whoever asks', async () => {
    const no = newNumber()
    await pay(no)
    const { id } = await awaitAttempts(no, 1)
    await fetch(`${test$.cloud.url}/local/payments`, { method: 'POST', body: JSON.stringify({ tell: id }) })
    expect(heardOf(no)).toHaveLength(2)
  })

  it('of somebody else is not believed', async () => {
    const response = await fetch(`${test$.cloud.url}/http/paid`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
  })
})

describe('a refund', () => {
  const paidOrder = async () => {
    const no = newNumber()
    await pay(no)
    return no
  }
  const amounts = (part: number) => ({ refund: part, total: 10_000, currency: 'CNY' })

  it('is taken, arrives a moment later, and the merchant is told', async () => {
    const no = await paidOrder()
    const notify_url = 'https://env-1.service.tcloudbase.com/paid/refund'
    const asked = {
      out_trade_no: no,
      out_refund_no: `${no}-r`,
      reason: '退卡',
      notify_url,
      amount: amounts(4_000),
    }
    const taken = await refund(asked)
    expect(taken).toMatchObject({
      status: 200,
      signed: true,
      body: { out_refund_no: `${no}-r`, status: 'PROCESSING', amount: { refund: 4_000, total: 10_000 } },
    })
    expect((await refund(asked)).body).toMatchObject({ refund_id: taken.body?.refund_id })
    const told = (await awaitHeard(no, 2)).find(({ event_type }) => event_type === 'REFUND.SUCCESS')
    expect(told).toMatchObject({
      path: '/paid/refund',
      resource: {
        mchid: '1900000109',
        out_refund_no: `${no}-r`,
        refund_status: 'SUCCESS',
        amount: { total: 10_000, refund: 4_000, payer_total: 10_000, payer_refund: 4_000 },
      },
    })
    const target = `/v3/refund/domestic/refunds/${no}-r`
    expect((await shop({ method: 'GET', target })).body).toMatchObject({ status: 'SUCCESS' })
    expect((await query(no)).body).toMatchObject({ trade_state: 'REFUND' })
  })

  it('never gives back more than was paid', async () => {
    const no = await paidOrder()
    const part = (name: string, fen: number) =>
      refund({ out_trade_no: no, out_refund_no: `${no}-${name}`, amount: amounts(fen) })
    expect(await part('a', 10_001)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
    expect(await part('a', 6_000)).toMatchObject({ status: 200 })
    expect(await part('a', 5_000)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
    expect(await part('b', 4_001)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
    expect(await part('b', 4_000)).toMatchObject({ status: 200 })
    expect(await part('c', 1)).toMatchObject({ status: 400, body: { message: '订单已全额退款' } })
    expect((await paymentOf(no)).refunded).toBe(10_000)
  })

  it('is refused for what was not paid, for another total, and under a number of another order', async () => {
    const open = newNumber()
    await place(orderOf(open))
    const ask = (no: string, more: object = {}) =>
      refund({ out_trade_no: no, out_refund_no: `${no}-r`, amount: amounts(1), ...more })
    expect(await ask(open)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
    const no = await paidOrder()
    expect(await ask(no, { amount: { refund: 1, total: 1 } })).toMatchObject({ status: 400 })
    await ask(no)
    expect(await ask(await paidOrder(), { out_refund_no: `${no}-r` })).toMatchObject({ status: 400 })
    expect(await ask('order-nobody')).toMatchObject({ status: 404, body: { code: 'RESOURCE_NOT_EXISTS' } })
  })
})

it('placing an order can be made to meet a used up quota', async () => {
  test$.cloud.faults.set([{ fault: 'quota', action: 'pay.*', count: 1 }])
  expect(await place(orderOf(newNumber()))).toMatchObject({
    status: 429,
    body: { code: 'FREQUENCY_LIMITED' },
  })
})

it('an order whose answer was lost stands, and is the same when it is placed again', async () => {
  const no = newNumber()
  test$.cloud.faults.set([{ fault: 'timeout-after', action: 'pay.order', count: 1 }])
  await expect(place(orderOf(no))).rejects.toMatchObject({ message: expect.stringContaining('fetch failed') })
  expect((await query(no)).body).toMatchObject({ trade_state: 'NOTPAY' })
  expect(await place(orderOf(no))).toMatchObject({ status: 200 })
})

it('orders, and what the merchant has not heard yet, are there after a restart', async () => {
  const no = newNumber()
  await pay(no, { notify_url: 'https://env-1.service.tcloudbase.com/paid/deaf' })
  await awaitAttempts(no, 1)
  const { functionsRoot, dataDir } = test$
  await test$.cloud.close()
  const again = await startTestCloud({
    config,
    dataDir,
    functionsRoot,
    functionEnv: { HEARD: join(folder, 'heard') },
  })
  try {
    again.cloud.clock.set(Date.now() + 16_000)
    expect((await awaitHeard(no, 2)).map(({ id }) => id)).toHaveLength(2)
  } finally {
    await again.stop()
  }
})
