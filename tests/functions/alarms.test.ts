import { randomUUID } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import type { MemberId } from '../../core/contract'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'
import { readEverything } from '../read-everything'

let product: Product
const logs: string[] = []
beforeAll(async () => {
  product = await openProduct(logs)
})
afterAll(() => product.close())

const audit = () => product.cloud.invoke('jobs', { audit: 'again' })
const spoil = (member: string, changes: Record<string, unknown>) => {
  const _ = product.db.command
  const set = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, _.set(value)]))
  return product.db
    .collection('members')
    .where({ _id: _.eq(member) })
    .update(set)
}
async function guest(openid: string): Promise<MemberId> {
  const { member } = await product.told(openid, 'member', 'join', { key: randomUUID() })
  return member as MemberId
}
const open = async () =>
  (await product.told(MANAGER, 'manager', 'alarms', {})).alarms.filter(({ status }) => status === 'open')
const tooMany = [{ expiresOn: '2099-01-01', left: 700 }]

test('OPS-01: the tick audits the house once a day; asked for by hand, again', async () => {
  await guest('first-guest')
  expect((await product.told(MANAGER, 'manager', 'alarms', {})).audit).toBeNull()
  expect(await product.cloud.invoke('jobs', {})).toMatchObject({ ok: true, audited: 1 })
  expect(await product.cloud.invoke('jobs', {})).not.toHaveProperty('audited')
  expect(await audit()).toMatchObject({ ok: true, audited: 1 })
  const { audit: last, today, alarms } = await product.told(MANAGER, 'manager', 'alarms', {})
  expect(last).toMatchObject({ members: 1, findings: 0, day: today })
  expect(alarms).toEqual([])
  const tomorrow = { clock: new Date(Date.now() + 24 * 3_600_000) }
  expect(await product.cloud.invoke('jobs', {}, tomorrow)).toMatchObject({ ok: true, audited: 1 })
})

test('OPS-02: an account that was tampered with is told, corrected by a person, and explained to its owner', async () => {
  const member = await guest('spoiled')
  await spoil(member, { 'account.lots': tooMany })
  await audit()
  expect(await open()).toMatchObject([
    { kind: 'ACCOUNT_DIFFERS', severity: 'urgent', member, expected: 100, found: 700, times: 1 },
  ])
  expect((await product.told(MANAGER, 'manager', 'team', {})).waiting).toBe(2)

  const { proposals } = await product.told(MANAGER, 'manager', 'proposals', {})
  expect(proposals).toMatchObject([
    {
      member,
      mine: false,
      proposedBy: null,
      before: { balance: 700, tier: '银卡会员' },
      after: { balance: 100 },
    },
  ])
  const decision = { key: randomUUID(), proposal: proposals[0]?.id ?? '', approve: true }
  const done = { proposal: decision.proposal, approved: true }
  expect(await product.told(MANAGER, 'manager', 'decideProposal', decision)).toEqual(done)
  expect(await product.told(MANAGER, 'manager', 'decideProposal', decision)).toEqual(done)
  expect(await product.ask(MANAGER, 'manager', 'decideProposal', { ...decision, approve: false })).toEqual({
    ok: false,
    refusal: 'PROPOSAL_ALREADY_DECIDED',
  })

  const { balance, lines } = await product.told('spoiled', 'points', 'ledger', {})
  expect(balance).toBe(100)
  expect(lines[0]).toMatchObject({
    kind: 'correction',
    delta: 0,
    balance: 100,
    entry: { reason: 'ACCOUNT_DIFFERED', shown: 700, approvedBy: '王店长' },
  })
  await audit()
  expect(await open()).toEqual([])
  expect((await product.told(MANAGER, 'manager', 'team', {})).waiting).toBe(0)
})

test('who proposed it does not decide it', async () => {
  const member = await guest('proposed')
  const proposal = { kind: 'correction', member, reason: 'ACCOUNT_DIFFERED', status: 'open' }
  const side = { balance: 1, qualifyingSpend: 0, bills: 0, tier: null }
  const by = { staff: memberIdOf(product.secret, MANAGER), name: '王店长' }
  const more = { before: side, after: side, by, createdAt: '2026-11-21T12:00:00+08:00', decided: null }
  await product.db.collection('proposals').add({ _id: 'by-hand', ...proposal, ...more })
  expect((await product.told(MANAGER, 'manager', 'proposals', {})).proposals).toMatchObject([
    { id: 'by-hand', mine: true, proposedBy: '王店长' },
  ])
  const decision = { key: randomUUID(), proposal: 'by-hand', approve: true }
  expect(await product.ask(MANAGER, 'manager', 'decideProposal', decision)).toEqual({
    ok: false,
    refusal: 'PROPOSER_CANNOT_APPROVE',
  })
  const nothing = { key: randomUUID(), proposal: 'nothing', approve: true }
  expect(await product.ask(MANAGER, 'manager', 'decideProposal', nothing)).toEqual({
    ok: false,
    refusal: 'PROPOSAL_NOT_FOUND',
  })
})

test('an alarm is seen once, by whoever was first, and stays seen', async () => {
  const member = await guest('seen')
  await spoil(member, { 'account.bills': 5 })
  await audit()
  const alarm = (await open())[0]?.id ?? ''
  expect(await product.told(MANAGER, 'manager', 'acknowledgeAlarm', { alarm })).toEqual({ alarm })
  expect(await product.told(MANAGER, 'manager', 'acknowledgeAlarm', { alarm })).toEqual({ alarm })
  await audit()
  expect(await open()).toEqual([])
  const { alarms } = await product.told(MANAGER, 'manager', 'alarms', {})
  expect(alarms).toMatchObject([{ id: alarm, status: 'acknowledged', acknowledgedBy: '王店长', times: 2 }])
  expect(await product.ask(MANAGER, 'manager', 'acknowledgeAlarm', { alarm: 'nothing' })).toEqual({
    ok: false,
    refusal: 'ALARM_NOT_FOUND',
  })
})

test('a bill is told by its branch’s name', async () => {
  const member = await guest('interrupted')
  const claim = { key: 'lost', fingerprint: '', member, at: 1 }
  await product.db.collection('bills').add({ _id: 'jingan.A-1024', ...claim })
  await audit()
  expect(await open()).toMatchObject([
    { kind: 'BILL_UNFINISHED', subject: '静安店 A-1024', severity: 'notice' },
  ])
})

test('F8: a poisoned member stops neither the other jobs nor the others of his batch, is set aside and told', async () => {
  const [poisoned, other] = [await guest('poisoned'), await guest('healthy')]
  const due = { nextDueOn: '2026-01-01' }
  const lots = [{ expiresOn: '2026-01-01', left: 5 }]
  await spoil(poisoned, { ...due, 'account.lots': [...lots, { expiresOn: '2099-01-01', left: -50 }] })
  await spoil(other, { ...due, 'account.lots': lots })
  expect(await audit()).toMatchObject({ ok: true, stock: 0 })
  const found = await open()
  const aside = { kind: 'MEMBER_SET_ASIDE', member: poisoned, subject: 'time' }
  expect(found).toContainEqual(expect.objectContaining(aside))
  expect(found).toContainEqual(expect.objectContaining({ kind: 'IMPOSSIBLE_NUMBER', member: poisoned }))
  expect(await product.told('healthy', 'member', 'home', {})).toMatchObject({ balance: 0 })
  const _ = product.db.command
  await product.db
    .collection('members')
    .where({ _id: _.eq(poisoned) })
    .remove()
})

test('a bug is an alarm, counted, that says what was asked and not what was said', async () => {
  const member = await guest('unlucky')
  await spoil(member, { account: 'nothing' })
  for (let n = 0; n < 2; n++)
    expect(await product.ask('unlucky', 'member', 'home', {})).toEqual({ ok: false, refusal: 'INTERNAL' })
  const bug = (await open()).find(({ kind }) => kind === 'INTERNAL_ERROR')
  expect(bug).toMatchObject({ subject: 'member.home', member: null, expected: null, found: null })
  expect(bug?.times).toBe(2)
})

test('each call says in the log what it cost', async () => {
  await product.told(CASHIER, 'cashier', 'desk', {})
  logs.length = 0
  await product.told('first-guest', 'points', 'ledger', {})
  const line = logs.map((text) => JSON.parse(text)).find(({ at }) => at === 'reply')
  expect(line).toMatchObject({ procedure: 'ledger', ok: true, calls: 2, roundTrips: 1 })
})

test('F9: nothing that is kept or told of an alarm names an openid', async () => {
  const kept = await readEverything(product.db)
  for (const openid of ['first-guest', 'spoiled', 'unlucky', CASHIER, MANAGER])
    expect(kept + logs.join()).not.toContain(openid)
})
