import { randomUUID } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import { traceOf } from '../bench/count-calls'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const QUARTER = 15 * 60_000

/** The first moment of a quarter of an hour of its own for every test. */
let quarters = Math.ceil(Date.now() / QUARTER)
const nextQuarter = () => {
  quarters += 1
  return new Date(quarters * QUARTER)
}
const open = (at: Date) => {
  const text = new Date(at.getTime() + QUARTER + 8 * 3_600_000).toISOString().slice(0, 19)
  return { ok: false, refusal: 'TOO_MANY_ATTEMPTS', until: `${text}+08:00` }
}
const later = (at: Date) => new Date(at.getTime() + QUARTER)
const notFound = { ok: false, refusal: 'CODE_NOT_FOUND' }

let guesses = 0
const guess = (who: string, at: Date) => {
  guesses += 1
  const code = `${guesses}`.padStart(16, '0')
  return product.ask(who, 'cashier', 'redeemCode', { key: key(), code }, at)
}
const times = (n: number) => Array.from({ length: n })

async function hired(branch: string): Promise<string> {
  const openid = `clerk-${key().slice(0, 8)}`
  const question = { key: key(), name: '小张', role: 'clerk' as const, branch }
  const { invitation } = await product.told(OWNER, 'manager', 'inviteStaff', question)
  await product.told(openid, 'cashier', 'acceptInvitation', { code: invitation.code })
  return openid
}

async function someCode(): Promise<string> {
  const diner = `diner-${key().slice(0, 8)}`
  await product.told(diner, 'member', 'join', { key: key() })
  return (await product.told(diner, 'mall', 'claim', { key: key(), reward: 'side-dish' })).redemption.code
}

test('F9: after ten wrong codes in a quarter of an hour no code is looked up for him until it is over', async () => {
  const [clerk, at, code] = [await hired('xuhui'), nextQuarter(), await someCode()]
  for (const _ of times(10)) expect(await guess(clerk, at)).toEqual(notFound)
  expect(await guess(clerk, at)).toEqual(open(at))
  const right = { key: key(), code }
  expect(await product.ask(clerk, 'cashier', 'redeemCode', right, at)).toEqual(open(at))
  expect(await product.ask(clerk, 'cashier', 'inspectCode', { code }, at)).toEqual(open(at))
  expect(await product.ask(clerk, 'cashier', 'identify', { key: key(), code: 'HTM.x' }, at)).toEqual(open(at))
  expect(await product.ask(clerk, 'cashier', 'desk', {}, at)).toMatchObject({ ok: true })
  expect(await product.ask(clerk, 'cashier', 'redeemCode', right, later(at))).toMatchObject({ ok: true })
  const { alarms } = await product.told(MANAGER, 'manager', 'alarms', {})
  expect(alarms).toMatchObject([{ kind: 'TOO_MANY_ATTEMPTS', subject: '小张', expected: 10, found: 10 }])
})

test('F9: guesses at once are counted all the same', async () => {
  const [clerk, at] = [await hired('xuhui'), nextQuarter()]
  await Promise.all(times(12).map(() => guess(clerk, at)))
  expect(await guess(clerk, at)).toEqual(open(at))
})

test('F9: right codes are not counted, however many', async () => {
  const [clerk, at] = [await hired('xuhui'), nextQuarter()]
  const code = await someCode()
  for (const _ of times(12))
    expect(await product.ask(clerk, 'cashier', 'inspectCode', { code }, at)).toMatchObject({ ok: true })
  for (const _ of times(9)) await guess(clerk, at)
  expect(await product.ask(clerk, 'cashier', 'inspectCode', { code }, at)).toMatchObject({ ok: true })
})

test('F9: thirty of a branch close it for all who work there, and no other', async () => {
  const clerks = [await hired('xuhui'), await hired('xuhui'), await hired('xuhui'), await hired('xuhui')]
  const [at, code] = [nextQuarter(), await someCode()]
  for (const clerk of clerks.slice(0, 3)) for (const _ of times(10)) await guess(clerk, at)
  const look = (who: string, when: Date) => product.ask(who, 'cashier', 'inspectCode', { code }, when)
  expect(await look(clerks[3] ?? '', at)).toEqual(open(at))
  expect(await look(CASHIER, at)).toMatchObject({ ok: true })
  expect(await look(clerks[3] ?? '', later(at))).toMatchObject({ ok: true })
})

test('F9: a stranger who guesses invitations is stopped, even before a right one', async () => {
  const at = nextQuarter()
  const question = { key: key(), name: '小王', role: 'clerk' as const, branch: 'jingan' }
  const { invitation } = await product.told(OWNER, 'manager', 'inviteStaff', question)
  const accept = (code: string, when = at) =>
    product.ask('guesser', 'cashier', 'acceptInvitation', { code }, when)
  for (const n of times(10).keys())
    expect(await accept(`${n}`)).toEqual({ ok: false, refusal: 'INVITATION_NOT_FOUND' })
  expect(await accept(invitation.code)).toEqual(open(at))
  expect(await accept(invitation.code, later(at))).toMatchObject({ ok: true })
})

test('F9: phone numbers nobody has are wrong codes, too', async () => {
  const [clerk, at] = [await hired('xuhui'), nextQuarter()]
  const find = (n: number) =>
    product.ask(clerk, 'cashier', 'findByPhone', { phone: `1380000${1000 + n}` }, at)
  for (const n of times(10).keys()) expect(await find(n)).toEqual({ ok: false, refusal: 'PHONE_NOT_FOUND' })
  expect(await find(10)).toEqual(open(at))
})

test('F9: a phone that invents tables is told to stop', async () => {
  const at = nextQuarter()
  const sit = (table: string) => product.ask('inventor', 'member', 'sit', { branch: 'jingan', table }, at)
  for (const n of times(10).keys())
    expect(await sit(`${n + 50}`)).toEqual({ ok: false, refusal: 'TABLE_NOT_FOUND' })
  expect(await sit('99')).toEqual(open(at))
  const { alarms } = await product.told(MANAGER, 'manager', 'alarms', {})
  const member = memberIdOf(product.secret, 'inventor')
  expect(alarms).toContainEqual(expect.objectContaining({ kind: 'TOO_MANY_ATTEMPTS', member }))
})

test('who is right pays nothing for the limit', async () => {
  const code = await someCode()
  await product.told(CASHIER, 'cashier', 'desk', {})
  const { calls, depth } = await traceOf(product, () =>
    product.told(CASHIER, 'cashier', 'redeemCode', { key: key(), code }),
  )
  expect([calls.length, depth]).toEqual([3, 2])
})
