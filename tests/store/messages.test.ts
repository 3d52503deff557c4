import { randomUUID } from 'node:crypto'
import type { AlarmKind, MemberId } from '../../core/contract'
import { finding } from '../../core/domain/audit/finding'
import { raise } from '../../core/store/alarms'
import { allow, type Consent, consentId } from '../../core/store/consents'
import { type Kept, readOne } from '../../core/store/database'
import { type Deliver, type Delivery, tellManagers } from '../../core/store/messages'
import { NOON, openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeEach(async () => {
  store = await openStore()
})
afterEach(() => store.close())

const at = (minutes: number): Kept => ({ ...store.kept, now: new Date(NOON.getTime() + minutes * 60_000) })
const alarm = (kind: AlarmKind, id: string = randomUUID()) =>
  raise(store.kept, finding(kind, null, id), NOON.toISOString())

async function person(role: string, taps: number, active = true): Promise<MemberId> {
  const _id = someMember()
  await store.db.collection('staff').add({ _id, name: '王', role, branch: 'jingan', active })
  for (let n = 0; n < taps; n++)
    await allow(store.kept, { person: _id, template: 'alarm', key: randomUUID(), address: `sealed ${_id}` })
  return _id
}
const consentOf = (who: MemberId) => readOne<Consent>(store.db, 'consents', consentId(who, 'alarm'))

/** WeChat, which says what it is told to say. */
function wechat(says: Delivery | Error = 'sent') {
  const sent: { person: string; address: string; words: string }[] = []
  const deliver: Deliver = async (to, _template, { data }) => {
    sent.push({ ...to, words: data.thing1?.value ?? '' })
    if (says instanceof Error) throw says
    return says
  }
  return { sent, deliver }
}

test('several alarms are one message to each manager who allows it, the gravest first', async () => {
  const [one, two] = [await person('manager', 2), await person('admin', 2)]
  await person('manager', 0)
  await alarm('STAFF_BURST')
  await alarm('STOCK_DIFFERS')
  const { sent, deliver } = wechat()
  expect(await tellManagers(store.kept, deliver)).toBe(2)
  expect(sent.map(({ person: who, words }) => `${who} ${words}`).sort()).toEqual(
    [`${one} 库存对不上等2件`, `${two} 库存对不上等2件`].sort(),
  )
  expect(sent.every(({ person: who, address }) => address === `sealed ${who}`)).toBe(true)
})

test('nobody is told of an alarm twice', async () => {
  await person('manager', 5)
  await alarm('STOCK_DIFFERS', 'cake')
  const { sent, deliver } = wechat()
  for (const minutes of [0, 1, 60, 600]) await tellManagers(at(minutes), deliver)
  await alarm('STOCK_DIFFERS', 'cake')
  await tellManagers(at(700), deliver)
  expect(sent).toHaveLength(1)
  await alarm('STOCK_DIFFERS', 'tea')
  await tellManagers(at(710), deliver)
  expect(sent.map(({ words }) => words)).toEqual(['库存对不上', '库存对不上'])
})

test('F7: ticks at the same moment send one message', async () => {
  const who = await person('manager', 5)
  await alarm('STOCK_DIFFERS')
  const { sent, deliver } = wechat()
  await Promise.all([1, 2, 3].map(() => tellManagers(store.kept, deliver)))
  expect(sent).toHaveLength(1)
  expect(await consentOf(who)).toMatchObject({ tried: 1, left: 4 })
})

test('a storm of alarms does not use up what was allowed', async () => {
  const who = await person('manager', 20)
  const { sent, deliver } = wechat()
  for (let minutes = 0; minutes < 600; minutes += 5) {
    await alarm('STOCK_DIFFERS')
    await tellManagers(at(minutes), deliver)
  }
  expect(sent).toHaveLength(6)
  expect(await consentOf(who)).toMatchObject({ left: 14 })
})

test.each([
  ['clerk', true],
  ['manager', false],
])('a %s (at work: %j) is told nothing, and where to write to him is forgotten', async (role, active) => {
  const who = await person(role, 2, active)
  await alarm('STOCK_DIFFERS')
  const { sent, deliver } = wechat()
  expect(await tellManagers(store.kept, deliver)).toBe(0)
  expect(sent).toEqual([])
  expect(await consentOf(who)).toBeNull()
})

test('43101: WeChat knows of no consent; the count is set right, and with the next consent he is told', async () => {
  const who = await person('manager', 3)
  await alarm('STOCK_DIFFERS')
  expect(await tellManagers(store.kept, wechat('notAllowed').deliver)).toBe(0)
  expect(await consentOf(who)).toMatchObject({ left: 0, lost: 2, told: [] })
  await allow(store.kept, { person: who, template: 'alarm', key: 'anew', address: 'sealed' })
  const { sent, deliver } = wechat()
  expect(await tellManagers(at(1), deliver)).toBe(0)
  expect(await tellManagers(at(11), deliver)).toBe(1)
  expect(sent).toHaveLength(1)
})

test('a message WeChat refuses for another reason is sent later, with the same consent', async () => {
  const who = await person('manager', 1)
  await alarm('STOCK_DIFFERS')
  await tellManagers(store.kept, wechat('refused').deliver)
  expect(await consentOf(who)).toMatchObject({ left: 1, tried: 1, back: 1 })
  const { sent, deliver } = wechat()
  await tellManagers(at(11), deliver)
  expect(sent).toHaveLength(1)
})

test('F2: when nobody knows whether it was delivered it is not sent again, and the others are told all the same', async () => {
  const who = await person('manager', 2)
  await person('manager', 2)
  await alarm('STOCK_DIFFERS')
  const { sent, deliver } = wechat(new Error('no answer'))
  await expect(tellManagers(store.kept, deliver)).rejects.toThrow('no answer')
  expect(sent).toHaveLength(2)
  await tellManagers(at(60), deliver)
  expect(sent).toHaveLength(2)
  expect(await consentOf(who)).toMatchObject({ left: 1, tried: 1, back: 0 })
})
