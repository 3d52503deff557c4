import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { memberIdOf } from '../../cloudfunctions/codes'
import { phoneHandle } from '../../cloudfunctions/phone-view'
import type { Consent } from '../../core/store/consents'
import { readOne } from '../../core/store/database'
import type { Member } from '../../core/store/member'
import type { PhoneClaim } from '../../core/store/phone-claim'
import { phoneNumberOf } from '../../local/cloud/wechat/phone-codes'
import { openRestaurant } from '../../local/restaurant/open-restaurant'
import { sampleFurniture } from '../../local/restaurant/sample'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'

const MINUTE = 60_000

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const masked = (openid: string) => phoneNumberOf(openid).replace(/^(\d{3})\d{4}/, '$1****')
const handleOf = (openid: string) => phoneHandle(product.secret, phoneNumberOf(openid))
const memberOf = (openid: string) =>
  readOne<Member>(product.db, 'members', memberIdOf(product.secret, openid)) as Promise<Member>
const claimOf = (openid: string) => readOne<PhoneClaim>(product.db, 'phones', handleOf(openid))

let guests = 0
async function guest() {
  guests += 1
  const openid = `phone-guest-${guests}`
  await product.told(openid, 'member', 'join', { key: key() })
  return openid
}

/** Who holds the phone presses the button; the code is sent by whoever got it. */
const codeOf = (phone: string) => product.cloud.phoneCodes.issue(phone, Date.now())
const bind = (openid: string, phone = openid, clock?: Date) =>
  product.ask(openid, 'member', 'bindPhone', { key: key(), code: codeOf(phone) }, clock)
const find = (phone: string) =>
  product.ask(CASHIER, 'cashier', 'findByPhone', { phone: phoneNumberOf(phone) })

test('a number that is given is shown masked, to himself and to the cashier who types it', async () => {
  const ann = await guest()
  expect(await product.told(ann, 'member', 'home', {})).toMatchObject({ phone: null })
  expect(await bind(ann)).toEqual({ ok: true, data: { phone: masked(ann) } })
  expect(await product.told(ann, 'member', 'home', {})).toMatchObject({ phone: masked(ann) })
  const found = await find(ann)
  expect(found).toMatchObject({ ok: true, data: { phone: masked(ann), guest: { balance: 100 } } })
  expect(JSON.stringify(found)).not.toContain(phoneNumberOf(ann))
  expect((await claimOf(ann))?.openSince).toBe(0)
})

test('the visit is as good as one by the code: the bill is settled', async () => {
  const ann = await guest()
  await bind(ann)
  const phone = phoneNumberOf(ann)
  const { guest: found } = await product.told(CASHIER, 'cashier', 'findByPhone', { phone })
  const bill = { key: key(), visit: found.visit, amount: 10_000 }
  expect(await product.told(CASHIER, 'cashier', 'settleBill', bill)).toMatchObject({ earned: 200 })
})

test.each(['1380000', '138000012345', '2380000123', '+8613800001234', '1380000123x', ''])(
  '%j is no whole number, and nothing is looked for',
  async (phone) => {
    const reply = await product.ask(CASHIER, 'cashier', 'findByPhone', { phone })
    expect(reply).toEqual({ ok: false, refusal: 'BAD_REQUEST' })
  },
)

test('asked again with the same key the answer is the same, although the code is used up', async () => {
  const ann = await guest()
  const question = { key: key(), code: codeOf(ann) }
  const first = await product.ask(ann, 'member', 'bindPhone', question)
  expect(await product.ask(ann, 'member', 'bindPhone', question)).toEqual(first)
  const again = { key: key(), code: question.code }
  const expired = { ok: false, refusal: 'PHONE_CODE_EXPIRED' }
  expect(await product.ask(ann, 'member', 'bindPhone', again)).toEqual(expired)
})

test('who has not joined keeps no number', async () => {
  expect(await bind('phone-stranger')).toEqual({ ok: false, refusal: 'NOT_A_MEMBER' })
  expect(await find('phone-stranger')).toEqual({ ok: false, refusal: 'PHONE_NOT_FOUND' })
})

test('one number belongs to one member; given up, another may have it', async () => {
  const [ann, ben] = [await guest(), await guest()]
  await bind(ann)
  expect(await bind(ben, ann)).toEqual({ ok: false, refusal: 'PHONE_OF_ANOTHER_MEMBER' })
  expect(await product.ask(ann, 'member', 'forgetPhone', { key: key() })).toMatchObject({ ok: true })
  expect(await bind(ben, ann)).toMatchObject({ ok: true, data: { phone: masked(ann) } })
  expect((await memberOf(ben)).profile.phone?.handle).toBe(handleOf(ann))
})

test('another number frees the one before', async () => {
  const ann = await guest()
  await bind(ann)
  await bind(ann, 'phone-new')
  expect(await find(ann)).toEqual({ ok: false, refusal: 'PHONE_NOT_FOUND' })
  expect(await find('phone-new')).toMatchObject({ ok: true })
  expect(await claimOf(ann)).toBeNull()
})

test('a new name or a birthday leaves the number alone', async () => {
  const ann = await guest()
  await bind(ann)
  await product.told(ann, 'member', 'setProfile', { key: key(), name: '小安' })
  expect(await product.told(ann, 'member', 'home', {})).toMatchObject({ name: '小安', phone: masked(ann) })
})

test('a number that is deleted is nowhere any more', async () => {
  const ann = await guest()
  await bind(ann)
  await product.told(ann, 'member', 'forgetPhone', { key: key() })
  expect((await memberOf(ann)).profile).not.toHaveProperty('phone')
  expect(await claimOf(ann)).toBeNull()
  expect(await product.told(ann, 'member', 'home', {})).toMatchObject({ phone: null })
  expect(await product.told(ann, 'member', 'forgetPhone', { key: key() })).toEqual({ phone: null })
})

test.each([
  [9 * MINUTE, { ok: false, refusal: 'BUSY' }],
  [11 * MINUTE, { ok: true }],
])('a claim that was left open %i ms ago: %j', async (age, outcome) => {
  const [ann, ben] = [await guest(), await guest()]
  const dead = { member: memberIdOf(product.secret, ann), key: key(), openSince: Date.now() - age }
  await product.db.collection('phones').add({ _id: handleOf(ann), ...dead })
  expect(await bind(ben, ann)).toMatchObject(outcome)
})

test('SEC-01: a number bound twice at once, so that its claim bears the other key, is nowhere once it is deleted', async () => {
  const ann = await guest()
  await bind(ann)
  const _ = product.db.command
  const claim = product.db.collection('phones').where({ _id: _.eq(handleOf(ann)) })
  await claim.update({ key: _.set(key()) })
  await product.told(ann, 'member', 'forgetPhone', { key: key() })
  expect(await claimOf(ann)).toBeNull()
})

test('a claim that another command has open is not taken away with the number', async () => {
  const ann = await guest()
  await bind(ann)
  const _ = product.db.command
  const open = { key: key(), openSince: Date.now() }
  const claim = product.db.collection('phones').where({ _id: _.eq(handleOf(ann)) })
  await claim.update({ key: _.set(open.key), openSince: _.set(open.openSince) })
  await product.told(ann, 'member', 'forgetPhone', { key: key() })
  expect(await claimOf(ann)).toMatchObject(open)
})

test('I15: the timer takes away what was left open, and confirms what is kept', async () => {
  const [ann, ben] = [await guest(), await guest()]
  await bind(ben)
  const openSince = Date.now() - 11 * MINUTE
  const dead = { member: memberIdOf(product.secret, ann), key: key(), openSince }
  await product.db.collection('phones').add({ _id: handleOf(ann), ...dead })
  const _ = product.db.command
  const kept = product.db.collection('phones').where({ _id: _.eq(handleOf(ben)) })
  await kept.update({ openSince: _.set(openSince), key: _.set(key()) })
  expect(await product.cloud.invoke('jobs', { audit: 'later' })).toMatchObject({ ok: true, phones: 2 })
  expect(await claimOf(ann)).toBeNull()
  const { profile } = await memberOf(ben)
  expect(await claimOf(ben)).toMatchObject({ openSince: 0, key: profile.phone?.key })
})

test('a sealed number that is moved to another member opens for nobody', async () => {
  const [ann, ben] = [await guest(), await guest()]
  await bind(ann)
  const { phone } = (await memberOf(ann)).profile
  const _ = product.db.command
  const moved = { 'profile.phone': _.set(phone) }
  await product.db
    .collection('members')
    .where({ _id: _.eq(memberIdOf(product.secret, ben)) })
    .update(moved)
  expect(await product.ask(ben, 'member', 'home', {})).toEqual({ ok: false, refusal: 'INTERNAL' })
  expect(await find(ann)).toMatchObject({ data: { guest: { member: memberIdOf(product.secret, ann) } } })
})

test('after a rotation numbers and addresses are sealed anew, a page a tick, and then the old key can go', async () => {
  const house = await openProduct()
  const reopen = () => openRestaurant({ dataDir: house.dataDir, autoTimers: false }, sampleFurniture)
  const file = join(house.dataDir, 'seal-keys')
  const sealedOf = async (db: typeof house.db) =>
    (await readOne<Member>(db, 'members', memberIdOf(house.secret, 'turn')))?.profile.phone?.sealed ?? ''
  const code = house.cloud.phoneCodes.issue('turn', Date.now())
  await house.told('turn', 'member', 'join', { key: key() })
  await house.told('turn', 'member', 'bindPhone', { key: key(), code })
  await house.told(MANAGER, 'manager', 'allowMessages', { key: key(), template: 'alarm' })
  const consent = `${memberIdOf(house.secret, MANAGER)}.alarm`
  const addressOf = async (db: typeof house.db) =>
    (await readOne<Consent>(db, 'consents', consent))?.address ?? ''
  expect(await sealedOf(house.db)).toMatch(/^1\./)
  expect(await addressOf(house.db)).toMatch(/^1\./)
  await house.cloud.close()

  const fresh = `2:${randomBytes(32).toString('base64')}`
  writeFileSync(file, `${fresh},${readFileSync(file, 'utf8')}`)
  const turned = await reopen()
  const tick = () => turned.cloud.invoke('jobs', { audit: 'later' })
  const resealed = [{ resealed: 1 }, { resealed: 1 }, { resealed: 0 }]
  expect([await tick(), await tick(), await tick()]).toMatchObject(resealed)
  expect(await sealedOf(turned.db)).toMatch(/^2\./)
  expect(await addressOf(turned.db)).toMatch(/^2\./)
  await turned.cloud.close()

  writeFileSync(file, fresh)
  const later = await reopen()
  const home = { procedure: 'home', input: {} }
  const phone = masked('turn')
  expect(await later.cloud.invoke('member', home, { openid: 'turn' })).toMatchObject({ data: { phone } })
  await later.cloud.close()

  writeFileSync(file, `3:${randomBytes(32).toString('base64')}`)
  const broken = await reopen()
  const shown = await broken.cloud.invoke('member', home, { openid: 'turn' })
  expect(shown).toMatchObject({ ok: true, data: { phone: null, balance: 100 } })
  await broken.cloud.close()
  await rm(house.dataDir, { recursive: true })
})

test('keys that are no keys stop every function at its first event, with a word about where', async () => {
  const logs: string[] = []
  const house = await openProduct(logs)
  await house.cloud.close()
  writeFileSync(join(house.dataDir, 'seal-keys'), '1:c2hvcnQ=')
  const broken = await openRestaurant({ dataDir: house.dataDir, autoTimers: false }, sampleFurniture)
  const home = broken.cloud.invoke('member', { procedure: 'home', input: {} }, { openid: 'somebody' })
  await expect(home).rejects.toThrow('key 1 of HUITOUKE_SEAL_KEYS has 5 bytes instead of 32')
  await broken.cloud.close()
  await rm(house.dataDir, { recursive: true })
})
