import { randomUUID } from 'node:crypto'
import type { LedgerLine } from '../../core/contract'
import { readLastAudit } from '../../core/store/audit/run'
import { type Kept, readOne } from '../../core/store/database'
import { reconcile } from '../../core/store/reconcile'
import { type AuditHouse, openAuditHouse, program, reward } from './audit-house'
import { Killed, killedAt } from './killed-at'
import { expectSound, settling } from './open-store'

let house: AuditHouse
beforeAll(async () => {
  house = await openAuditHouse()
})
afterAll(() => house.close())
beforeEach(() => house.forget())

type Guest = Awaited<ReturnType<AuditHouse['guest']>>

test('a healthy house is told to be one, and everybody was looked at', async () => {
  for (let n = 0; n < 4; n++) await house.guest(n % 3)
  await house.regretful()
  expect(await house.found()).toEqual([])
  expect(await readLastAudit(house.db)).toMatchObject({ members: 5, findings: 0 })
})

test('a house where everybody is at work while it is audited accuses nobody', async () => {
  const guests = [await house.guest(), await house.guest(), await house.guest()]
  const atWork = async ({ id }: Guest) => {
    for (let n = 0; n < 8; n++) await settling(house.kept, randomUUID(), id, 1000)
  }
  const work = Promise.all([...guests.map(atWork), house.guest(), house.guest()])
  for (let n = 0; n < 6; n++) await house.audit()
  await work
  expect((await house.alarms()).filter(({ kind }) => kind !== 'OFTEN_CREDITED')).toEqual([])
})

/** What is done to the database behind everybody's back, and what must be told of it. */
const corruptions: [string, (guest: Guest) => Promise<unknown>, string[]][] = [
  [
    'points come from nowhere',
    ({ id }) => house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: 1_141 }] }),
    ['ACCOUNT_DIFFERS'],
  ],
  ['points disappear', ({ id }) => house.spoil('members', id, { 'account.lots': [] }), ['ACCOUNT_DIFFERS']],
  [
    'a tier is given away',
    ({ id }) => house.spoil('members', id, { 'account.tier': 'diamond' }),
    ['STANDING_DIFFERS'],
  ],
  [
    'CAMP-09: stamps come from nowhere',
    ({ id }) => house.spoil('members', id, { 'account.stamps': 9 }),
    ['STANDING_DIFFERS'],
  ],
  [
    'the spend is changed',
    ({ id }) => house.spoil('members', id, { 'account.qualifyingSpend': 1 }),
    ['STANDING_DIFFERS'],
  ],
  [
    'a lot is negative',
    ({ id }) => house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: -5 }] }),
    ['IMPOSSIBLE_NUMBER'],
  ],
  [
    'a lot is a fraction',
    ({ id }) => house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: 0.5 }] }),
    ['IMPOSSIBLE_NUMBER'],
  ],
  [
    'a lot is text',
    ({ id }) => house.spoil('members', id, { 'account.lots': [{ expiresOn: '2027-11-21', left: '141' }] }),
    ['IMPOSSIBLE_NUMBER'],
  ],
  [
    'the spend is too large to be a number',
    ({ id }) => house.spoil('members', id, { 'account.qualifyingSpend': 1e21 }),
    ['IMPOSSIBLE_NUMBER'],
  ],
  [
    'the count of lines is no number',
    ({ id }) => house.spoil('members', id, { seq: 'six' }),
    ['MEMBER_UNREADABLE'],
  ],
  ['an outbox is none', ({ id }) => house.spoil('members', id, { outbox: 'nothing' }), ['MEMBER_UNREADABLE']],
  [
    'a line is altered',
    ({ id }) => house.spoil('entries', `${id}.1`, { 'entry.earned': 5_000 }),
    ['LINE_DAMAGED'],
  ],
  [
    'a line is altered in both places it shows',
    ({ id }) => house.spoil('entries', `${id}.1`, { 'entry.earned': 5_000, delta: 5_000 }),
    ['BALANCE_BROKEN', 'LINE_DAMAGED'],
  ],
  [
    'a line is made unreadable',
    ({ id }) => house.spoil('entries', `${id}.2`, { entry: { type: 'Gift' } }),
    ['LINE_DAMAGED', 'LINE_MISSING'],
  ],
  [
    'a line is added',
    async ({ id }) => {
      const line = (await readOne<LedgerLine>(house.db, 'entries', `${id}.1`)) as LedgerLine
      const { seq } = await house.memberOf(id)
      await house.db
        .collection('entries')
        .add({ ...line, _id: `${id}.${seq + 1}`, id: `${id}.${seq + 1}`, seq: seq + 1 })
    },
    ['LINE_DAMAGED'],
  ],
  [
    'a line is there twice',
    async ({ id }) => {
      const line = (await readOne<LedgerLine>(house.db, 'entries', `${id}.1`)) as LedgerLine
      await house.db.collection('entries').add({ ...line, _id: 'forged' })
    },
    ['LINE_DAMAGED'],
  ],
  ['a code is torn up', ({ code }) => house.tear('redemptions', code), ['CODE_MISSING', 'ISSUED_DIFFERS']],
  [
    'a code is forged',
    async ({ id, code }) => {
      const issued = (await readOne<{ _id: string }>(house.db, 'redemptions', code)) as object
      await house.db.collection('redemptions').add({ ...issued, _id: `FORGED-${id}`, reward: 'other' })
    },
    ['CODE_WITHOUT_BURN'],
  ],
  [
    'a code belongs to nobody',
    ({ code }) => house.spoil('redemptions', code, { member: 'M9999999999999999' }),
    ['CODE_MISSING', 'CODE_WITHOUT_BURN'],
  ],
  ['a piece is put on the shelf', () => house.spoil('stock', reward.id, { left: 500 }), ['STOCK_DIFFERS']],
  [
    'less is left than nothing',
    () => house.spoil('stock', reward.id, { left: -1, issued: 501 }),
    ['ISSUED_DIFFERS', 'STOCK_DIFFERS'],
  ],
  [
    'a piece is issued without a code',
    () => house.spoil('stock', reward.id, { left: 497, issued: 3 }),
    ['ISSUED_DIFFERS'],
  ],
  [
    'a bill was claimed and left',
    ({ id }) =>
      house.db
        .collection('bills')
        .add({ _id: 'jingan.L-1', key: 'lost', fingerprint: '', member: id, at: 1 }),
    ['BILL_UNFINISHED'],
  ],
  [
    'a bill was accepted and is in no ledger',
    async ({ id }) => {
      await house.db
        .collection('operations')
        .add({ _id: 'gone', fingerprint: '', member: id, reply: { ok: true }, token: null })
      await house.db
        .collection('bills')
        .add({ _id: 'jingan.G-1', key: 'gone', fingerprint: '', member: id, at: 1 })
    },
    ['BILL_WITHOUT_ENTRY'],
  ],
  ['a bill’s number is set free', ({ bill }) => house.tear('bills', bill), ['CLAIM_LOST']],
  [
    'a bill’s number is given to another',
    ({ bill }) => house.spoil('bills', bill, { key: 'other', member: null }),
    ['BILL_TWICE'],
  ],
]

test.each(corruptions)('%s: it is told', async (_name, corrupt, kinds) => {
  const guest = await house.guest()
  await house.guest()
  await house.sweep()
  await corrupt(guest)
  expect(await house.found()).toEqual(kinds)
})

/** The same where a code had been made void. */
const voidCorruptions: [string, (guest: Guest) => Promise<unknown>, string[]][] = [
  [
    'a void code is good again',
    ({ code }) => house.spoil('redemptions', code, { status: 'issued' }),
    ['ISSUED_DIFFERS', 'RETURN_WITHOUT_VOID'],
  ],
  [
    'a code whose points came back is used',
    ({ code }) => house.spoil('redemptions', code, { status: 'redeemed' }),
    ['ISSUED_DIFFERS', 'RETURN_WITHOUT_VOID'],
  ],
  [
    'a piece is put back twice',
    () => house.spoil('stock', reward.id, { left: 500, issued: 0 }),
    ['ISSUED_DIFFERS'],
  ],
  [
    'points of one claim come back twice',
    async ({ id }) => {
      const { seq } = await house.memberOf(id)
      const line = (await readOne<LedgerLine>(house.db, 'entries', `${id}.${seq}`)) as LedgerLine
      const [no, own] = [seq + 1, `${id}.${seq + 1}`]
      const again = { ...line, _id: own, id: own, seq: no, balance: line.balance + line.delta }
      await house.db.collection('entries').add(again)
      await house.spoil('members', id, { seq: no })
    },
    ['ACCOUNT_DIFFERS', 'RETURN_WITHOUT_VOID'],
  ],
]

test.each(voidCorruptions)('%s: it is told', async (_name, corrupt, kinds) => {
  const guest = await house.regretful()
  await house.guest()
  await house.sweep()
  await corrupt(guest)
  expect(await house.found()).toEqual(kinds)
})

test.each([0, 1])('a code that is void since %i and has given nothing back is told', async (openSince) => {
  const { code } = await house.guest()
  await house.sweep()
  await house.spoil('redemptions', code, { status: 'void', openSince })
  await house.audit()
  const kinds = (await house.alarms()).map(({ kind }) => kind)
  expect(kinds).toContain('VOID_WITHOUT_RETURN')
})

test('a claim that died with its piece is told when nobody gives it back', async () => {
  const { id } = await house.guest()
  await house.sweep()
  const hold = { token: 't', at: house.tonight().now.getTime() - 31 * 60_000, member: id, key: 'k' }
  await house.spoil('stock', reward.id, { left: 498, [`holds.${id}-k`]: hold })
  await house.audit()
  expect((await house.alarms()).map(({ kind }) => kind)).toEqual(['HOLD_STUCK'])
})

test('lines that the member remembers are put back exactly, and nothing needs to be decided', async () => {
  const { id } = await house.guest()
  await house.sweep()
  const before = await readOne(house.db, 'entries', `${id}.2`)
  await house.tear('entries', `${id}.2`)
  expect(await house.found()).toEqual(['LINE_RESTORED'])
  expect(await readOne(house.db, 'entries', `${id}.2`)).toEqual(before)
  expect(await house.proposalOf(id)).toBeUndefined()
  await expectSound(house.db, id)
  await house.audit()
  expect(await house.alarms()).toMatchObject([{ kind: 'LINE_RESTORED', times: 1 }])
})

test('what lasts is counted night by night as one alarm, and goes when its cause is gone', async () => {
  const { code } = await house.guest()
  await house.sweep()
  const torn = (await readOne<object>(house.db, 'redemptions', code)) as object
  await house.tear('redemptions', code)
  await house.audit()
  await house.audit()
  expect(await house.alarms()).toMatchObject([{ times: 2 }, { times: 2 }])
  await house.db.collection('redemptions').add(torn)
  await house.audit()
  expect(await house.alarms()).toEqual([])
  await house.tear('redemptions', code)
  await house.audit()
  expect(await house.alarms()).toMatchObject([{ times: 3 }, { times: 3 }])
})

test('no alarm holds a whole code', async () => {
  const { id, code } = await house.guest()
  await house.sweep()
  await house.tear('entries', `${id}.4`)
  await house.spoil('members', id, { latest: [] })
  await house.audit()
  const alarms = await house.alarms()
  expect(alarms.map(({ kind }) => kind)).toContain('CODE_WITHOUT_BURN')
  expect(JSON.stringify(alarms)).not.toContain(code)
})

test('F1: an audit killed at any call is gone on with, and finds what it would have found', async () => {
  for (const when of ['before', 'after'] as const)
    for (let call = 1, died = true; died; call += 3) {
      await house.forget()
      const { id, code } = await house.guest()
      await house.guest()
      await house.sweep()
      await house.tear('redemptions', code)
      await house.spoil('members', id, { 'account.bills': 7 })
      const dying = killedAt(house.db, call, when)
      const night = house.tonight()
      await reconcile({ ...night, db: dying.db }, program, () => true).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      died = dying.wasKilled()
      await reconcile({ ...night, now: new Date(night.now.getTime() + 60_000) }, program, () => true)
      expect((await house.alarms()).map(({ kind, times }) => [kind, times]).sort()).toEqual([
        ['CODE_MISSING', 1],
        ['ISSUED_DIFFERS', 1],
        ['STANDING_DIFFERS', 1],
      ])
      expect(await readLastAudit(house.db)).toMatchObject({ members: 2, findings: 3 })
      expect(await house.proposalOf(id)).toBeDefined()
    }
})

test('without time it does a page, and the next tick goes on; once done, the day is done', async () => {
  await house.guest()
  await house.sweep()
  const night = house.tonight()
  const once = () => {
    let asked = 0
    return () => ++asked === 1
  }
  expect(await reconcile(night, program, once())).toEqual({ count: 1, more: true })
  expect(await readLastAudit(house.db)).toBeNull()
  while ((await readLastAudit(house.db)) === null) await reconcile(night, program, once())
  expect(await reconcile(night, program, () => true)).toEqual({ count: 0, more: false })
  const tomorrow: Kept = { ...night, now: new Date(night.now.getTime() + 24 * 3_600_000) }
  expect(await reconcile(tomorrow, program, () => true)).toEqual({ count: 1, more: false })
})

test('F7: two timers at once audit one house once', async () => {
  const { id } = await house.guest()
  await house.sweep()
  await house.spoil('members', id, { 'account.bills': 7 })
  const night = house.tonight()
  await Promise.all([reconcile(night, program, () => true), reconcile(night, program, () => true)])
  await reconcile(night, program, () => true)
  expect(await house.alarms()).toMatchObject([{ kind: 'STANDING_DIFFERS', times: 1 }])
  expect(await readLastAudit(house.db)).toMatchObject({ members: 1, findings: 1 })
})
