import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { memberIdOf } from '../../cloudfunctions/codes'
import type { AnswerOf, Contract } from '../../core/contract'
import { traceOf } from '../bench/count-calls'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID
const idOf = (openid: string) => memberIdOf(product.secret, openid)

type Action = AnswerOf<Contract['manager']['trail']>['actions'][number]
const trail = async (search: Record<string, string> = {}, who = OWNER): Promise<Action[]> =>
  (await product.told(who, 'manager', 'trail', search)).actions

async function guest(): Promise<{ openid: string; visit: string }> {
  const openid = `diner-${key().slice(0, 8)}`
  await product.told(openid, 'member', 'join', { key: key() })
  const { code } = await product.told(openid, 'member', 'code', {})
  const found = await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })
  return { openid, visit: found.guest.visit }
}

async function hired(branch: string, name = '小张'): Promise<string> {
  const openid = `clerk-${key().slice(0, 8)}`
  const question = { key: key(), name, role: 'clerk' as const, branch }
  const { invitation } = await product.told(OWNER, 'manager', 'inviteStaff', question)
  await product.told(openid, 'cashier', 'acceptInvitation', { code: invitation.code })
  return openid
}

test('SEC-02: a meal leaves who did what to whom, once, however often it was asked', async () => {
  const { openid, visit } = await guest()
  const bill = { key: key(), visit, amount: 5000, billNo: 'T-1' }
  await product.told(CASHIER, 'cashier', 'settleBill', bill)
  await product.told(CASHIER, 'cashier', 'settleBill', bill)
  const { redemption } = await product.told(openid, 'mall', 'claim', { key: key(), reward: 'side-dish' })
  await product.told(CASHIER, 'cashier', 'inspectCode', { code: redemption.code })
  const use = { key: key(), code: redemption.code }
  await product.told(CASHIER, 'cashier', 'redeemCode', use)
  await product.told(CASHIER, 'cashier', 'redeemCode', use)

  const done = await trail({ member: idOf(openid) })
  const who = { staff: idOf(CASHIER), name: '小李', role: 'clerk', branchName: '静安店', outcome: 'ok' }
  const tail = redemption.code.slice(-4)
  expect(done).toMatchObject([
    { ...who, procedure: 'cashier.redeemCode', subject: tail, key: use.key },
    { ...who, procedure: 'cashier.inspectCode', subject: tail },
    { ...who, procedure: 'cashier.settleBill', subject: 'T-1', key: bill.key },
    { ...who, procedure: 'cashier.identify', subject: null },
  ])
  expect(JSON.stringify(done)).not.toContain(redemption.code)
})

test('SEC-02: guests found at a table leave a record each', async () => {
  const both = [await guest(), await guest()]
  for (const { openid } of both) await product.told(openid, 'member', 'sit', { branch: 'jingan', table: '8' })
  await product.told(CASHIER, 'cashier', 'guestsAtTable', { table: '8' })
  const shown = await trail({ procedure: 'cashier.guestsAtTable' })
  expect(shown.map(({ member }) => member).sort()).toEqual(both.map(({ openid }) => idOf(openid)).sort())
})

test('SEC-02: what is refused is written down, and so is who was removed and asks again', async () => {
  const clerk = await hired('jingan', '小赵')
  await product.ask(clerk, 'cashier', 'guestsAtTable', { table: '999' })
  await product.ask(clerk, 'manager', 'team', {})
  await product.ask(clerk, 'cashier', 'settleBill', { key: key(), visit: 'forged', amount: 1 })
  await product.told(MANAGER, 'manager', 'revokeStaff', { staff: idOf(clerk) })
  await product.ask(clerk, 'cashier', 'desk', {})
  expect(await trail({ staff: idOf(clerk) })).toMatchObject([
    { procedure: 'cashier.desk', outcome: 'FORBIDDEN', name: '小赵' },
    { procedure: 'cashier.settleBill', outcome: 'VISIT_EXPIRED' },
    { procedure: 'manager.team', outcome: 'FORBIDDEN' },
    { procedure: 'cashier.guestsAtTable', outcome: 'TABLE_NOT_FOUND' },
    { procedure: 'cashier.acceptInvitation', outcome: 'ok' },
  ])
  const [removal] = await trail({ staff: idOf(MANAGER), procedure: 'manager.revokeStaff' })
  expect(removal).toMatchObject({ member: idOf(clerk), subject: '小赵', outcome: 'ok' })
  const strangers = await trail()
  await product.ask('stranger', 'cashier', 'desk', {})
  expect(await trail()).toEqual(strangers)
})

test('SEC-02: a manager reads of his branch, an admin of every one, a clerk of none', async () => {
  const clerk = await hired('xuhui')
  await product.ask(clerk, 'cashier', 'guestsAtTable', { table: '999' })
  const elsewhere = (action: Action) => action.branchName === '徐汇店'
  expect((await trail({}, OWNER)).some(elsewhere)).toBe(true)
  expect((await trail({}, MANAGER)).some(elsewhere)).toBe(false)
  expect(await trail({ staff: idOf(clerk) }, MANAGER)).toEqual([])
  expect(await product.ask(CASHIER, 'manager', 'trail', {})).toEqual({ ok: false, refusal: 'FORBIDDEN' })
})

test('SEC-02: by day, by page and by index, whatever it is kept in', async () => {
  const { today } = await product.told(OWNER, 'manager', 'alarms', {})
  expect((await trail({ day: today })).length).toBeGreaterThan(5)
  expect(await trail({ day: '2020-01-01' })).toEqual([])
  for (let n = 0; n < 60; n++) await product.ask(CASHIER, 'cashier', 'guestsAtTable', { table: '999' })
  const first = await product.told(MANAGER, 'manager', 'trail', {})
  const second = await product.told(MANAGER, 'manager', 'trail', { before: first.next ?? '' })
  const ids = [...first.actions, ...second.actions].map(({ id }) => id)
  expect(first.actions).toHaveLength(50)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort().reverse()).toEqual(ids)

  for (const search of [{}, { staff: idOf(CASHIER) }, { procedure: 'cashier.identify' }, { day: today }]) {
    const { calls, depth } = await traceOf(product, () => trail(search, MANAGER))
    const sources = calls.filter(({ collection }) => collection !== 'staff')
    expect(depth).toBe(2)
    expect(sources.map(({ plan }) => plan?.slice(0, 5))).toEqual(['index', 'index', 'index'])
  }
})

test('SEC-02: no code changes or removes a record', () => {
  const root = resolve(__dirname, '../..')
  const sources = execFileSync('git', ['ls-files', 'core', 'cloudfunctions'], { cwd: root, encoding: 'utf8' })
  const files = sources.split('\n').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const mention = execFileSync('grep', ['-ln', "'actions'", ...files], { cwd: root, encoding: 'utf8' })
  expect(mention.trim().split('\n').sort()).toEqual(['core/store/database.ts', 'core/store/trail.ts'])
  const text = execFileSync('cat', ['core/store/trail.ts'], { cwd: root, encoding: 'utf8' })
  expect(text).not.toMatch(/\.(update|remove|set)\(/)
})
