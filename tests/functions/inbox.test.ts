import { randomUUID } from 'node:crypto'
import { MANAGER, openProduct, type Product } from '../open-product'
import { readEverything } from '../read-everything'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const joined = async (): Promise<string> => {
  const diner = `diner-${key().slice(0, 8)}`
  await product.told(diner, 'member', 'join', { key: key() })
  return diner
}
const inbox = (diner: string, before?: number) =>
  product.told(diner, 'member', 'inbox', before === undefined ? {} : { before })
const unread = async (diner: string) => {
  const home = await product.told(diner, 'member', 'home', {})
  return home.joined ? home.unread : null
}
const allowing = async (diner: string, templates: ('arrival' | 'expiring' | 'news')[]) => {
  for (const template of templates) product.cloud.messages.allow(diner, template)
  return product.told(diner, 'member', 'allowMessages', { key: key(), templates })
}
const tick = (minutes = 0) =>
  product.cloud.invoke('jobs', { audit: 'later' }, { clock: new Date(Date.now() + minutes * 60_000) })

test('REM-01: who joins finds two letters, unread until he has read them; home says how many', async () => {
  const diner = await joined()
  expect(await unread(diner)).toBe(2)
  const { letters, read, next } = await inbox(diner)
  expect(letters.map(({ no, news }) => `${no} ${news.kind}`)).toEqual(['2 affordable', '1 arrived'])
  expect([read, next]).toEqual([0, null])
  expect(await product.told(diner, 'member', 'readInbox', { key: key(), upTo: 1 })).toEqual({ unread: 1 })
  expect(await product.told(diner, 'member', 'readInbox', { key: key(), upTo: 99 })).toEqual({ unread: 0 })
  expect(await product.told(diner, 'member', 'readInbox', { key: key(), upTo: 1 })).toEqual({ unread: 0 })
  expect(await unread(diner)).toBe(0)
  expect((await inbox(diner, 2)).letters.map(({ no }) => no)).toEqual([1])
})

test('who has not joined has no inbox and allows nothing', async () => {
  const no = { ok: false, refusal: 'NOT_A_MEMBER' }
  expect(await product.ask('stranger', 'member', 'inbox', {})).toEqual(no)
  expect(await product.ask('stranger', 'member', 'readInbox', { key: key(), upTo: 1 })).toEqual(no)
  const allowed = { key: key(), templates: ['news'] as 'news'[] }
  expect(await product.ask('stranger', 'member', 'allowMessages', allowed)).toEqual(no)
})

test('REM-02: one tap on "allow" is one message of each kind, counted once however often it is reported', async () => {
  const diner = await joined()
  const tap = { key: key(), templates: ['arrival', 'news'] as ('arrival' | 'news')[] }
  const left = async () => {
    const { messages } = await product.told(diner, 'member', 'allowMessages', tap)
    return messages.map(({ template, left: count }) => `${template} ${count}`)
  }
  expect(await left()).toEqual(['arrival 1', 'expiring 0', 'news 1'])
  expect(await left()).toEqual(['arrival 1', 'expiring 0', 'news 1'])
})

test('REM-06: points that have come are told by the next tick, once, and the manager finds the evidence', async () => {
  const diner = await joined()
  await allowing(diner, ['arrival'])
  await tick()
  await tick(1)
  const his = product.cloud.messages.list().filter(({ touser }) => touser === diner)
  expect(his).toMatchObject([
    {
      templateId: 'arrival',
      page: 'pages/ledger/ledger',
      data: { number1: { value: '100' }, thing4: { value: '入会礼' } },
    },
  ])
  const { member } = await product
    .told(diner, 'member', 'home', {})
    .then((home) => home as { member: string })
  const { tellings } = await product.told(MANAGER, 'manager', 'tellings', { member })
  expect(tellings).toMatchObject([{ member, news: { kind: 'arrived', points: 100 }, outcome: 'sent' }])
  expect((await product.told(MANAGER, 'manager', 'tellings', {})).tellings).toContainEqual(tellings[0])
  const { actions } = await product.told(MANAGER, 'manager', 'trail', { member })
  expect(actions).toMatchObject([{ procedure: 'manager.tellings', outcome: 'ok' }])
})

test('F9: where to write to is sealed, and only kept while a message is allowed', async () => {
  const diner = await joined()
  await allowing(diner, ['expiring'])
  expect(JSON.stringify(await readEverything(product.db))).not.toContain(diner)
})
