import { randomUUID } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const no = (refusal: string) => ({ ok: false, refusal })
const idOf = (openid: string) => memberIdOf(product.secret, openid)

/** Somebody new, invited by the owner and bound as people do it. */
async function hired(role: 'clerk' | 'manager' | 'admin', branch: string, by = OWNER): Promise<string> {
  const openid = `${role}-${key().slice(0, 8)}`
  const question = { key: key(), name: '小张', role, branch }
  const { invitation } = await product.told(by, 'manager', 'inviteStaff', question)
  await product.told(openid, 'cashier', 'acceptInvitation', { code: invitation.code })
  return openid
}

const remove = (by: string, whom: string) => product.ask(by, 'manager', 'revokeStaff', { staff: idOf(whom) })
const invite = (by: string, role: 'clerk' | 'manager' | 'admin', branch: string) =>
  product.ask(by, 'manager', 'inviteStaff', { key: key(), name: '小王', role, branch })

test('SEC-03: a manager makes and removes clerks of his branch, and nobody else', async () => {
  expect(await invite(MANAGER, 'clerk', 'jingan')).toMatchObject({ ok: true })
  expect(await invite(MANAGER, 'clerk', 'xuhui')).toEqual(no('ANOTHER_BRANCH'))
  expect(await invite(MANAGER, 'manager', 'jingan')).toEqual(no('ABOVE_YOUR_ROLE'))
  expect(await invite(MANAGER, 'admin', 'jingan')).toEqual(no('ABOVE_YOUR_ROLE'))
  expect(await remove(MANAGER, await hired('clerk', 'xuhui'))).toEqual(no('ANOTHER_BRANCH'))
  expect(await remove(MANAGER, await hired('manager', 'jingan'))).toEqual(no('ABOVE_YOUR_ROLE'))
  expect(await remove(MANAGER, OWNER)).toEqual(no('ABOVE_YOUR_ROLE'))
  expect(await remove(MANAGER, MANAGER)).toEqual(no('CANNOT_REVOKE_ONESELF'))
  const clerk = await hired('clerk', 'jingan', MANAGER)
  expect(await remove(MANAGER, clerk)).toMatchObject({ ok: true })
  expect(await remove(MANAGER, clerk)).toEqual(no('STAFF_NOT_FOUND'))
})

test('SEC-03: an admin makes and removes everybody but himself', async () => {
  for (const role of ['clerk', 'manager', 'admin'] as const)
    expect(await remove(OWNER, await hired(role, 'xuhui'))).toMatchObject({ ok: true })
  expect(await remove(OWNER, OWNER)).toEqual(no('CANNOT_REVOKE_ONESELF'))
})

test('SEC-03: of two admins who remove each other one at most is removed, and one is left', async () => {
  const both = [await hired('admin', 'jingan'), await hired('admin', 'xuhui')] as const
  const [one, other] = both
  const replies = await Promise.all([remove(one, other), remove(other, one)])
  expect(replies.filter(({ ok }) => ok).length).toBeLessThan(2)
  const asked = await Promise.all(both.map((who) => product.ask(who, 'manager', 'team', {})))
  expect(asked.some(({ ok }) => ok)).toBe(true)
})

test('SEC-03: a manager sees his branch, an admin every one', async () => {
  const clerk = await hired('clerk', 'xuhui')
  const his = await product.told(MANAGER, 'manager', 'team', {})
  expect(his.branches.map(({ id }) => id)).toEqual(['jingan'])
  expect(his.appoints).toEqual(['clerk'])
  expect(new Set(his.colleagues.map(({ branch }) => branch))).toEqual(new Set(['jingan']))
  expect(his.colleagues.filter(({ removable }) => removable).every(({ role }) => role === 'clerk')).toBe(true)
  const all = await product.told(OWNER, 'manager', 'team', {})
  expect(all.branches.map(({ id }) => id).sort()).toEqual(['jingan', 'xuhui'])
  expect(all.colleagues.find(({ staff }) => staff === idOf(clerk))).toMatchObject({ removable: true })
  expect(all.colleagues.find(({ self }) => self)).toMatchObject({ removable: false })
})

async function visitTo(staff: string): Promise<string> {
  const diner = `diner-${key().slice(0, 8)}`
  await product.told(diner, 'member', 'join', { key: key() })
  const { code } = await product.told(diner, 'member', 'code', {})
  return (await product.told(staff, 'cashier', 'identify', { key: key(), code })).guest.visit
}

test.each([
  [CASHIER, 500_000, 500_001],
  [MANAGER, 5_000_000, 5_000_001],
])('SEC-03: %s settles %i fen and not %i, and is told so by the preview', async (staff, most, more) => {
  const visit = await visitTo(staff)
  const above = no('ABOVE_LIMIT')
  expect(await product.ask(staff, 'cashier', 'previewBill', { visit, amount: more })).toEqual(above)
  const bill = { key: key(), visit, amount: more, billNo: `L-${more}` }
  expect(await product.ask(staff, 'cashier', 'settleBill', bill)).toEqual(above)
  const within = { ...bill, amount: most }
  expect(await product.ask(staff, 'cashier', 'settleBill', within)).toMatchObject({ ok: true })
  expect(await product.ask(staff, 'cashier', 'settleBill', { ...within, amount: more })).toEqual(
    no('KEY_REUSED'),
  )
})

test('who credits his own account is told of, and credited', async () => {
  await product.told(CASHIER, 'member', 'join', { key: key() })
  const { code } = await product.told(CASHIER, 'member', 'code', {})
  const { guest } = await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })
  await product.told(CASHIER, 'cashier', 'settleBill', { key: key(), visit: guest.visit, amount: 100 })
  const { alarms } = await product.told(MANAGER, 'manager', 'alarms', {})
  expect(alarms).toMatchObject([{ kind: 'OWN_ACCOUNT_CREDITED', subject: '小李', member: idOf(CASHIER) }])
})
