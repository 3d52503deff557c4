import { randomUUID } from 'node:crypto'
import type { BusinessDay, DinerTemplate, MemberId, News } from '../../core/contract'
import { points } from '../../core/domain/amounts'
import { addDays, businessDayOf } from '../../core/domain/calendar'
import { messageOf } from '../../core/domain/messages/templates'
import { callsThrough } from '../../core/store/calls-through'
import { allow, type Consent, consentId } from '../../core/store/consents'
import { type Kept, readMany, readOne } from '../../core/store/database'
import { settleTimeOfMembers } from '../../core/store/due-members'
import type { KeptLetter } from '../../core/store/letters'
import { type Member, newMember } from '../../core/store/member'
import type { Deliver, Delivery } from '../../core/store/messages'
import { sweepOutboxes } from '../../core/store/outbox'
import { type SentMessage, tellDiners } from '../../core/store/tell-diners'
import { findWrongField } from '../../local/cloud/wechat/message-fields'
import { joining, NOON, openStore, settling, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeEach(async () => {
  store = await openStore()
})
afterEach(() => store.close())

const HOUR_MS = 3_600_000
const TODAY = businessDayOf(NOON)
const at = (hours: number): Kept => ({ ...store.kept, now: new Date(NOON.getTime() + hours * HOUR_MS) })

/** Somebody whose points expire in some days, and on whom the timer looks today. */
async function expiringIn(days: number, over: Partial<Member> = {}): Promise<MemberId> {
  const _id = someMember()
  const lots = [{ expiresOn: addDays(TODAY, days), left: points(80) }]
  const base = newMember(_id, '2026-01-05' as BusinessDay)
  const account = { ...base.account, tier: 'silver', lots }
  const found: Member = {
    ...base,
    version: 1,
    recent: ['joined'],
    account,
    nextDueOn: TODAY,
  }
  await store.db.collection('members').add({ ...found, ...over })
  return _id
}

const lettersOf = (member: MemberId) => {
  const _ = store.db.command
  const theirs = store.db.collection('letters').where({ member: _.eq(member) })
  return readMany<KeptLetter>(theirs.orderBy('no', 'asc').limit(100))
}
const memberOf = async (id: MemberId) => (await readOne<Member>(store.db, 'members', id)) as Member
const consentOf = (who: MemberId, template: DinerTemplate) =>
  readOne<Consent>(store.db, 'consents', consentId(who, template))
const allowing = async (person: MemberId, template: DinerTemplate, taps: number) => {
  for (let n = 0; n < taps; n++)
    await allow(store.kept, { person, template, key: randomUUID(), address: `sealed ${person}` })
}

/** WeChat, which says what it is told to say, and takes no wrong field. */
function wechat(says: Delivery | Error = 'sent') {
  const sent: string[] = []
  const deliver: Deliver = async ({ person }, template, { data }) => {
    expect(findWrongField(data)).toBeNull()
    sent.push(`${person} ${template}`)
    if (says instanceof Error) throw says
    return says
  }
  return { sent, deliver }
}

/** The same store, with its calls counted. */
function counted(kept: Kept) {
  const count = { calls: 0 }
  const db = callsThrough(kept.db, (call) => {
    count.calls += 1
    return call()
  })
  return { kept: { ...kept, db }, count }
}

/** The same store, whose calls fail from the nth on, as when the function is killed. */
function killedAfter(kept: Kept, most: number): Kept {
  let calls = 0
  return {
    ...kept,
    db: callsThrough(kept.db, async (call) => {
      calls += 1
      if (calls > most) throw Object.assign(new Error('killed'), { code: 'KILLED' })
      return call()
    }),
  }
}

test('40 who are due get a letter each at 1.1 calls a member; those who are not are not looked at. EXP-03', async () => {
  const due = await Promise.all(Array.from({ length: 40 }, () => expiringIn(7)))
  const others = await Promise.all(
    Array.from({ length: 20 }, () => expiringIn(20, { nextDueOn: addDays(TODAY, 5) })),
  )
  const { kept, count } = counted(store.kept)
  expect(await settleTimeOfMembers(kept)).toEqual({ due: 40, more: false })
  expect(count.calls).toBeLessThanOrEqual(44)
  for (const id of due) {
    expect((await lettersOf(id)).map(({ news }) => news.kind)).toEqual(['expiring'])
    expect(await memberOf(id)).toMatchObject({ outbox: [], outboxSince: 0, inbox: { written: 1, read: 0 } })
  }
  for (const id of others) expect(await lettersOf(id)).toEqual([])
  expect(await settleTimeOfMembers(store.kept)).toEqual({ due: 0, more: false })
})

test('who is looked at and has nothing to be told costs next to nothing, and is left as he is', async () => {
  const quiet = await Promise.all(Array.from({ length: 30 }, () => expiringIn(200)))
  const { kept, count } = counted(store.kept)
  expect(await settleTimeOfMembers(kept)).toEqual({ due: 30, more: false })
  expect(count.calls).toBeLessThanOrEqual(3)
  for (const id of quiet)
    expect(await memberOf(id)).toMatchObject({
      version: 1,
      nextDueOn: '2026-12-01',
      inbox: { written: 0 },
    })
})

test('killed after any of its calls the job is done by the next ticks, each letter once. I15', async () => {
  for (let most = 0; most <= 6; most++) {
    const ids = await Promise.all([expiringIn(15), expiringIn(30)])
    await settleTimeOfMembers(killedAfter(store.kept, most)).catch(() => undefined)
    await settleTimeOfMembers(at(1))
    await sweepOutboxes(at(1))
    for (const id of ids) {
      expect((await lettersOf(id)).map(({ no, news }) => `${no} ${news.kind}`)).toEqual(['1 expiring'])
      expect(await memberOf(id)).toMatchObject({ outbox: [], inbox: { written: 1 } })
    }
  }
})

test('two timers that overtake one another write each letter once', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => expiringIn(7)))
  await Promise.all([settleTimeOfMembers(store.kept), settleTimeOfMembers(at(0.01))])
  await sweepOutboxes(at(1))
  for (const id of ids) expect(await lettersOf(id)).toHaveLength(1)
})

test('a command writes what is due for its own member: the timer finds nothing left', async () => {
  const id = await expiringIn(7)
  await settling(store.kept, randomUUID(), id, 5_000)
  expect((await lettersOf(id)).map(({ news }) => news.kind)).toEqual(['arrived', 'affordable', 'expiring'])
  expect(await settleTimeOfMembers(store.kept)).toEqual({ due: 0, more: false })
})

test('one consent is one message; without one the letter stands in the inbox and is not waited for. REM-02', async () => {
  const [one, none] = await Promise.all([expiringIn(7), expiringIn(7)])
  await allowing(one, 'expiring', 1)
  await settleTimeOfMembers(store.kept)
  const { sent, deliver } = wechat()
  expect(await tellDiners(store.kept, null, deliver)).toEqual({ due: 2, more: false })
  expect(sent).toEqual([`${one} expiring`])
  expect(await tellDiners(at(24), null, deliver)).toEqual({ due: 0, more: false })
  expect(await consentOf(one, 'expiring')).toMatchObject({ given: 1, tried: 1, left: 0, address: null })
  expect(await lettersOf(none)).toHaveLength(1)
})

test.each<[Delivery, number, string]>([
  ['sent', 1, 'sent'],
  ['notAllowed', 0, 'notAllowed'],
  ['refused', 2, 'refused'],
])('WeChat says %s: %i consents are left, and the record says %s', async (says, left, outcome) => {
  const id = await expiringIn(7)
  await allowing(id, 'expiring', 2)
  await settleTimeOfMembers(store.kept)
  await tellDiners(store.kept, null, wechat(says).deliver)
  expect((await consentOf(id, 'expiring'))?.left).toBe(left)
  expect(await readOne<SentMessage>(store.db, 'messages', `${id}.${TODAY}`)).toMatchObject({ outcome })
  const { sent, deliver } = wechat()
  await tellDiners(at(20), null, deliver)
  expect(sent).toEqual(says === 'refused' ? [`${id} expiring`] : [])
})

test('whose fate is unknown is not sent again, and the record says that it was asked', async () => {
  const id = await expiringIn(7)
  await allowing(id, 'expiring', 2)
  await settleTimeOfMembers(store.kept)
  await expect(tellDiners(store.kept, null, wechat(new Error('no answer')).deliver)).rejects.toThrow(
    'no answer',
  )
  const { sent, deliver } = wechat()
  await tellDiners(at(24), null, deliver)
  expect(sent).toEqual([])
  expect(await readOne<SentMessage>(store.db, 'messages', `${id}.${TODAY}`)).toMatchObject({
    outcome: 'asked',
  })
})

test('killed after any of its calls a message is sent once at most', async () => {
  for (let most = 0; most <= 8; most++) {
    const id = await expiringIn(7)
    await allowing(id, 'expiring', 3)
    await settleTimeOfMembers(store.kept)
    const { sent, deliver } = wechat()
    await tellDiners(killedAfter(store.kept, most), null, deliver).catch(() => undefined)
    for (const hours of [0.1, 1, 24, 48]) await tellDiners(at(hours), null, deliver)
    expect(sent.length).toBeLessThanOrEqual(1)
  }
})

test('two timers send one message', async () => {
  const id = await expiringIn(7)
  await allowing(id, 'expiring', 3)
  await settleTimeOfMembers(store.kept)
  const { sent, deliver } = wechat()
  await Promise.all([tellDiners(store.kept, null, deliver), tellDiners(store.kept, null, deliver)])
  expect(sent).toHaveLength(1)
})

test('a timer that was skipped for five days sends nothing stale, and of what is still true the truth. C-12', async () => {
  const id = await expiringIn(30)
  await allowing(id, 'expiring', 5)
  await settleTimeOfMembers(store.kept)
  const { sent, deliver } = wechat()
  await tellDiners(at(5 * 24), null, deliver)
  expect(sent).toEqual([])
  await settleTimeOfMembers(at(16 * 24))
  await tellDiners(at(16 * 24), null, deliver)
  expect(sent).toEqual([`${id} expiring`])
  const record = await readOne<SentMessage>(store.db, 'messages', `${id}.${addDays(TODAY, 16)}`)
  expect(record?.news).toMatchObject({ points: 80, on: addDays(TODAY, 30), days: 15 })
})

test('who joins is told of his points by the next tick, if he allows it, and never hours later. REM-06', async () => {
  const [soon, late] = [someMember(), someMember()]
  for (const id of [soon, late]) {
    await joining(store.kept, randomUUID(), id)
    await allowing(id, 'arrival', 1)
  }
  const { sent, deliver } = wechat()
  await tellDiners(at(0.02), { from: soon, to: late }, deliver)
  await tellDiners(at(3), null, deliver)
  expect(sent).toEqual([`${soon} arrival`])
})

const LONG = '松露野菌烧豆腐配手工面和时令蔬菜一大份'
test.each<News>([
  {
    kind: 'arrived',
    points: points(60),
    balance: points(1_060),
    cause: { type: 'bill', branch: 'a' as never, branchName: LONG, amount: 1 as never },
  },
  { kind: 'arrived', points: points(60), balance: points(60), cause: { type: 'granted', source: 'checkIn' } },
  { kind: 'expiring', points: points(9), on: TODAY, total: points(1_000_000), until: TODAY, days: 7 },
  { kind: 'statement', month: '2026-11', balance: points(0), affordable: 2, best: LONG, next: null },
  {
    kind: 'affordable',
    reward: 'a' as never,
    rewardName: LONG,
    picture: '/a.svg',
    points: points(1),
    others: 0,
  },
  {
    kind: 'returned',
    rewardName: LONG,
    points: points(1_000_000),
    repaid: points(0),
    balance: points(1_060),
    reason: LONG,
  },
  { kind: 'tier', tier: 'gold', tierName: LONG, up: false },
  { kind: 'keeping', tierName: LONG, below: LONG, missing: 12_345_678 as never, until: TODAY },
  { kind: 'birthday', on: TODAY, gift: null },
])('WeChat takes the fields of $kind, however long a name is', (news) => {
  const { data, page } = messageOf(news, points(1_060), NOON)
  expect(findWrongField(data)).toBeNull()
  expect(page).toMatch(/^[a-z/]+$/)
})

test('C-14: to whom a new programme makes points stand still nothing is told of their end, and that is written first', async () => {
  const member = await expiringIn(30)
  const valid = await store.kept.program()
  const loyal = { ...valid, expiry: { ...valid.expiry, exempt: { tiers: ['silver'], graceDays: 90 } } }
  await settleTimeOfMembers({ ...store.kept, program: async () => loyal })
  expect((await memberOf(member)).account.frozen).not.toBeNull()
  expect(await lettersOf(member)).toEqual([])
})
