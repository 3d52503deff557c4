import { randomUUID } from 'node:crypto'
import { drawCodeImage } from '../../cloudfunctions/code-image'
import type { Env } from '../../cloudfunctions/env'
import { readCodeImage } from '../../local/cloud/testing/read-code-image'
import { readScanned } from '../../miniprogram/services/scene'
import { openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const bytesOf = (address: string | null) => Buffer.from(address?.split('base64,')[1] ?? '', 'base64')

test('REF-04: a camera reads in the poster what opens home with his code', async () => {
  await product.told('poster-host', 'member', 'join', { key: randomUUID(), name: '安小满' })
  const { code } = await product.told('poster-host', 'member', 'referral', {})
  const poster = await product.told('poster-host', 'member', 'poster', {})
  expect(poster).toMatchObject({ code, name: '安*' })
  const { size, read } = readCodeImage(bytesOf(poster.image))
  expect({ size, read }).toEqual({
    size: 280,
    read: `weixin://wxacode/pages/home/home?scene=${encodeURIComponent(`r=${code}`)}`,
  })
  expect(readScanned(read ?? '')).toEqual({ kind: 'referral', code })
  expect(poster.image?.length).toBeLessThan(100_000)
})

test('REF-04: WeChat draws the code of a member once, however often he looks at it', async () => {
  await product.told('poster-again', 'member', 'join', { key: randomUUID() })
  const first = await product.told('poster-again', 'member', 'poster', {})
  const drawn = () => product.cloud.codeImages.list().length
  const before = drawn()
  expect(await product.told('poster-again', 'member', 'poster', {})).toEqual(first)
  expect(drawn()).toBe(before)
})

test('who has not joined has no poster', async () => {
  expect(await product.ask('poster-nobody', 'member', 'poster', {})).toEqual({
    ok: false,
    refusal: 'NOT_A_MEMBER',
  })
})

/** WeChat's own round codes are JPEGs; what it says instead comes as words, or as bytes that hold words. */
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])
const no = { errCode: 41030, errMsg: 'invalid page' }
test.each<[string, unknown, string | null]>([
  ['a JPEG', jpeg, `data:image/jpeg;base64,${jpeg.toString('base64')}`],
  ['a no in words', no, null],
  ['a no in bytes', Buffer.from(JSON.stringify(no)), null],
  ['nothing', undefined, null],
])('WeChat answers with %s', async (_name, answer, image) => {
  const lines: object[] = []
  const env = { askWechatForPicture: async () => answer, log: (line: object) => lines.push(line) }
  const drawn = await drawCodeImage(env as unknown as Env, { page: 'pages/home/home', scene: 'r=AB12CD34' })
  expect(drawn).toBe(image)
  expect(lines).toHaveLength(image === null ? 1 : 0)
})
