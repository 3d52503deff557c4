import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { memberIdOf } from '../../cloudfunctions/codes'
import { phoneNumberOf } from '../../local/cloud/wechat/phone-codes'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'

const DINER = 'openid-of-a-diner-nobody-may-read'
const OTHER = 'openid-of-another-diner'
const PHONE = phoneNumberOf(DINER)
const key = randomUUID

/** WeChat's own side of things, played by the local cloud: not ours. */
const NOT_OURS = ['wechat-allowed.json', 'session-secret']

const logs: string[] = []
let written: { where: string; text: string }[]

/** A whole evening: joined, bound, found, settled, claimed, redeemed, refused, and a bug. */
async function dine(product: Product) {
  const { ask, told, cloud, db, secret } = product
  const bind = (openid: string) => ({ key: key(), code: cloud.phoneCodes.issue(openid, Date.now()) })
  await told(DINER, 'member', 'join', { key: key(), name: '林小满', birthday: '03-14' })
  await told(OTHER, 'member', 'join', { key: key() })
  await told(DINER, 'member', 'bindPhone', bind(DINER))
  await told(DINER, 'member', 'sit', { branch: 'jingan', table: '5' })
  const { guest } = await told(CASHIER, 'cashier', 'findByPhone', { phone: PHONE })
  await told(CASHIER, 'cashier', 'settleBill', { key: key(), visit: guest.visit, amount: 30_000 })
  const { redemption } = await told(DINER, 'mall', 'claim', { key: key(), reward: 'side-dish' })
  await told(CASHIER, 'cashier', 'redeemCode', { key: key(), code: redemption.code })
  await told(DINER, 'member', 'home', {})
  const refused = [
    await ask(OTHER, 'member', 'bindPhone', bind(DINER)),
    await ask(DINER, 'member', 'bindPhone', { key: key(), code: PHONE }),
    await ask(DINER, 'member', 'forgetPhone', { key: PHONE }),
    await ask(CASHIER, 'cashier', 'findByPhone', { phone: phoneNumberOf('nobody') }),
    await ask(DINER, 'cashier', 'findByPhone', { phone: PHONE }),
    await ask(CASHIER, 'cashier', 'redeemCode', { key: key(), code: redemption.code }),
  ]
  const _ = db.command
  const other = db.collection('members').where({ _id: _.eq(memberIdOf(secret, OTHER)) })
  await other.update({ account: _.set({ lots: 'none' }) })
  const bug = await ask(OTHER, 'member', 'home', {})
  await other.update({ account: _.set({ lots: [], qualifyingSpend: 0, bills: 0, tier: null }) })
  await cloud.invoke('jobs', {})
  await told(MANAGER, 'manager', 'alarms', {})
  return { refused, bug }
}

/** Every document as it lies on the disk, every other file, and every line that was logged. */
async function readAll(dataDir: string) {
  const documents = join(dataDir, 'cloud', 'documents')
  const level = new ClassicLevel<string, string>(documents)
  const found = logs.map((text) => ({ where: 'log', text }))
  for await (const [name, text] of level.iterator()) found.push({ where: name, text: name + text })
  await level.close()
  for (const file of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
    if (file.isFile() && !NOT_OURS.includes(file.name))
      found.push({ where: file.name, text: readFileSync(join(file.parentPath, file.name), 'latin1') })
  return found
}

let outcome: Awaited<ReturnType<typeof dine>>
let product: Product
beforeAll(async () => {
  product = await openProduct(logs)
  outcome = await dine(product)
  await product.cloud.close()
  written = await readAll(product.dataDir)
})
afterAll(() => rm(product.dataDir, { recursive: true }))

test('the evening was as it should be: refusals, a bug, and everything was found on the disk', () => {
  expect(outcome.refused.map((reply) => (reply.ok ? 'ok' : reply.refusal))).toEqual([
    'PHONE_OF_ANOTHER_MEMBER',
    'PHONE_CODE_EXPIRED',
    'BAD_REQUEST',
    'PHONE_NOT_FOUND',
    'FORBIDDEN',
    'CODE_USED',
  ])
  expect(outcome.bug).toEqual({ ok: false, refusal: 'INTERNAL' })
  expect(logs.filter((line) => line.includes('"at":"bug"')).length).toBeGreaterThan(0)
  const member = memberIdOf(product.secret, DINER)
  expect(written.filter(({ text }) => text.includes(member)).length).toBeGreaterThan(10)
})

const hash = (algorithm: string, encoding: 'hex' | 'base64' | 'base64url') =>
  createHash(algorithm).update(PHONE).digest(encoding)

test.each([
  ['the openid of the diner', DINER],
  ['the openid of another', OTHER],
  ['the openid of the cashier', CASHIER],
  ['the openid of the manager', MANAGER],
  ['the phone number', PHONE],
  ['the middle of the phone number', PHONE.slice(3)],
  ['the masked phone number', `${PHONE.slice(0, 3)}****${PHONE.slice(-4)}`],
  ['the phone number in base64', Buffer.from(PHONE).toString('base64').replace(/=+$/, '')],
  ['its MD5', hash('md5', 'hex')],
  ['its SHA-1', hash('sha1', 'hex')],
  ['its SHA-256', hash('sha256', 'hex')],
  ['its SHA-256 in base64', hash('sha256', 'base64')],
  ['its SHA-256 for addresses', hash('sha256', 'base64url')],
])('%s stands in no document, no file and no line of a log', (_what, text) => {
  const where = written.filter((one) => one.text.toLowerCase().includes(text.toLowerCase()))
  expect(where.map((one) => one.where)).toEqual([])
})
