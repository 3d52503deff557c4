import { setTimeout as wait } from 'node:timers/promises'
import { readCodeImage } from '../testing/read-code-image'
import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud({
    config: { envId: 'env-1', functions: [{ name: 'judged', pushes: ['wxa_media_check'] }] },
  })
  await test$.writeFunction(
    'judged',
    'exports.main = async (event) => { console.log(JSON.stringify(event)) }',
  )
})
afterAll(() => test$.stop())

/** Asks as a function asks for a picture: bytes go out, and bytes or words come back. */
const ask = (apiName: string, requestData: object) =>
  test$.app.callCompatibleWxOpenApi({
    apiName,
    requestData: Buffer.from(JSON.stringify(requestData)) as never,
  }) as Promise<unknown>
const askInWords = async (apiName: string, requestData: object) =>
  (await test$.app.callWxOpenApi({ apiName, requestData })).result as Record<string, unknown>
const json = async (path: string) => (await fetch(test$.cloud.url + path)).json()

describe('code images', () => {
  it('are real: what was asked for can be read from the picture', async () => {
    const png = (await ask('wxacode.getUnlimited', {
      scene: 'r=AB12&s=1',
      page: 'pages/home/home',
    })) as Buffer
    expect(Buffer.isBuffer(png)).toBe(true)
    expect(readCodeImage(png)).toEqual({
      size: 430,
      read: 'weixin://wxacode/pages/home/home?scene=r%3DAB12%26s%3D1',
    })
  })

  it('come in the width and the colour that were asked for, and without paper', async () => {
    const png = (await ask('wxacode.getUnlimited', {
      scene: 'x',
      width: 280,
      lineColor: { r: '200', g: 10, b: 0 },
      isHyaline: true,
    })) as Buffer
    expect(readCodeImage(png).size).toBe(280)
    expect(png.includes(Buffer.from([200, 10, 0]))).toBe(true)
    expect(png.includes('tRNS')).toBe(true)
  })

  it('of a whole path are read as it is', async () => {
    const png = (await ask('wxacode.createQRCode', { path: 'pages/a/a?b=1' })) as Buffer
    expect(readCodeImage(png).read).toBe('weixin://wxacode/pages/a/a?b=1')
  })

  it('are kept for whoever looks', async () => {
    await ask('wxacode.getUnlimited', { scene: 'last', page: 'pages/b/b' })
    const last = ((await json('/local/code-images')) as { id: number; path: string }[]).at(-1)
    expect(last?.path).toBe('pages/b/b?scene=last')
    const response = await fetch(`${test$.cloud.url}/local/code-images/${last?.id}.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(readCodeImage(Buffer.from(await response.arrayBuffer())).read).toContain('pages/b/b')
    expect((await fetch(`${test$.cloud.url}/local/code-images/99.png`)).status).toBe(404)
  })

  test.each<[string, object, number]>([
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40129],
    ['a scene of Chinese', { scene: '码' }, 40129],
    ['no scene', {}, 40129],
    ['a page that begins with a slash', { scene: 'x', page: '/pages/home/home' }, 41030],
    ['a page with a query', { scene: 'x', page: 'pages/home/home?a=1' }, 41030],
    ['a width of 279', { scene: 'x', width: 279 }, 40097],
    ['a width of 1281', { scene: 'x', width: 1281 }, 40097],
    ['a colour that is none', { scene: 'x', line_color: { r: 256, g: 0, b: 0 } }, 40097],
  ])('are refused in words for %s', async (_name, data, errCode) => {
    expect(await ask('wxacode.getUnlimited', data)).toMatchObject({ errCode })
  })

  it('of 32 characters are made', async () => {
    expect(Buffer.isBuffer(await ask('wxacode.getUnlimited', { scene: 'x'.repeat(32) }))).toBe(true)
  })

  it('cannot be handed over in words', async () => {
    await expect(askInWords('wxacode.getUnlimited', { scene: 'x' })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

describe('the content check', () => {
  const text = { version: 2, openid: 'ann', scene: 1 }

  test.each<[string, string, number]>([
    ['今天天气很好', 'pass', 100],
    ['好评加微信返现', 'review', 10001],
    ['线上赌博', 'risky', 20006],
  ])('of "%s" says %s', async (content, suggest, label) => {
    expect(await askInWords('security.msgSecCheck', { ...text, content })).toMatchObject({
      errCode: 0,
      result: { suggest, label },
      traceId: expect.any(String),
    })
  })

  it('judges the nickname, too', async () => {
    const answer = await askInWords('security.msgSecCheck', { ...text, content: '你好', nickname: '色情' })
    expect(answer).toMatchObject({ result: { suggest: 'risky' } })
  })

  test.each<[string, object, number]>([
    ['no person', { ...text, openid: '', content: 'x' }, 40003],
    ['a scene nobody knows', { ...text, scene: 5, content: 'x' }, 40129],
    ['no text', { ...text }, 47001],
    ['2501 characters', { ...text, content: '字'.repeat(2501) }, 45002],
    ['a risky text in the first version', { content: '赌博' }, 87014],
  ])('refuses %s', async (_name, data, errCode) => {
    expect(await askInWords('security.msgSecCheck', data)).toMatchObject({ errCode })
  })

  it('goes by the words it is given', async () => {
    const words = JSON.stringify({ risky: ['蓝盒子'] })
    await fetch(`${test$.cloud.url}/local/content-checks`, { method: 'PUT', body: words })
    const answer = await askInWords('security.msgSecCheck', { ...text, content: '一个蓝盒子' })
    expect(answer).toMatchObject({ result: { suggest: 'risky' } })
    expect(((await json('/local/content-checks')) as object[]).at(-1)).toMatchObject({
      subject: '一个蓝盒子',
    })
  })

  it('of a picture answers later, with an event for the function that asked for such', async () => {
    const asked = {
      media_url: 'https://files.example/蓝盒子.png',
      media_type: 2,
      version: 2,
      scene: 1,
      openid: 'ann',
    }
    const { traceId } = await askInWords('security.mediaCheckAsync', asked)
    const said = () => test$.lines.find(({ source }) => source === 'judged')
    for (let tries = 0; said() === undefined && tries < 300; tries++) await wait(10)
    expect(JSON.parse(said()?.text ?? '{}')).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: traceId,
      FromUserName: 'ann',
      result: { suggest: 'risky' },
    })
  })
})
