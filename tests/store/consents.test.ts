import * as fc from 'fast-check'
import type { MemberId } from '../../core/contract'
import { allow, type Consent, consentId, forget, giveUp, mark, takeBack } from '../../core/store/consents'
import { readOne } from '../../core/store/database'
import { NOON, openStore, someMember } from './open-store'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())

const tap = (person: MemberId, key: string) =>
  allow(store.kept, { person, template: 'alarm', key, address: 'sealed' })
const read = async (person: MemberId) => {
  const consent = await readOne<Consent>(store.db, 'consents', consentId(person, 'alarm'))
  if (consent === null) throw new Error(`${person} has allowed nothing`)
  return consent
}
async function someone(taps: number): Promise<Consent> {
  const person = someMember()
  for (let n = 0; n < taps; n++) await tap(person, `tap-${n}`)
  return read(person)
}

test('every tap is one message, and reported again it is the same tap', async () => {
  const person = someMember()
  expect(await tap(person, 'one')).toEqual({ ok: true, value: 1 })
  expect(await tap(person, 'one')).toEqual({ ok: true, value: 1 })
  expect(await tap(person, 'two')).toEqual({ ok: true, value: 2 })
  expect(await read(person)).toMatchObject({ given: 2, left: 2, tried: 0, address: 'sealed' })
})

test('taps at the same moment are all counted', async () => {
  const person = someMember()
  await Promise.all(['one', 'two', 'three'].map((key) => tap(person, key)))
  expect(await read(person)).toMatchObject({ given: 3, left: 3 })
})

test('more than twenty are not counted', async () => {
  const consent = await someone(22)
  expect(consent).toMatchObject({ given: 20, left: 20 })
  expect(await tap(consent.person, 'another')).toEqual({ ok: true, value: 20 })
})

test('one consent is marked by one only, and what it was for is remembered', async () => {
  const consent = await someone(2)
  const marks = await Promise.all([mark(store.kept, consent, ['a']), mark(store.kept, consent, ['b'])])
  expect(marks.filter(Boolean)).toHaveLength(1)
  const { left, tried, told, sentAt } = await read(consent.person)
  expect({ left, tried, sentAt }).toEqual({ left: 1, tried: 1, sentAt: [NOON.getTime()] })
  expect(told).toHaveLength(1)
})

test('with the last consent the address is forgotten', async () => {
  const consent = await someone(1)
  await mark(store.kept, consent, ['a'])
  expect(await read(consent.person)).toMatchObject({ left: 0, address: null, told: ['a'] })
})

test('43101: WeChat knows of none, and neither do we; nothing was told', async () => {
  const consent = await someone(3)
  await mark(store.kept, consent, ['a'])
  await giveUp(store.kept, consent)
  const after = { given: 3, tried: 1, lost: 2, left: 0, address: null, told: [] }
  expect(await read(consent.person)).toMatchObject(after)
  await giveUp(store.kept, consent)
  expect(await read(consent.person)).toMatchObject(after)
})

test('43101 does not take what was allowed meanwhile', async () => {
  const consent = await someone(3)
  await mark(store.kept, consent, ['a'])
  await tap(consent.person, 'meanwhile')
  await giveUp(store.kept, consent)
  expect(await read(consent.person)).toMatchObject({ given: 4, lost: 0, left: 3 })
})

test('a message WeChat did not take for another reason leaves the consent and the address, once', async () => {
  const consent = await someone(1)
  await mark(store.kept, consent, ['a'])
  await takeBack(store.kept, consent)
  await takeBack(store.kept, consent)
  expect(await read(consent.person)).toMatchObject({
    tried: 1,
    back: 1,
    left: 1,
    address: 'sealed',
    told: [],
  })
})

test('who is not written to any more is forgotten, unless he has just allowed another message', async () => {
  const [gone, back] = [await someone(1), await someone(1)]
  await tap(back.person, 'another')
  await Promise.all([forget(store.kept, gone), forget(store.kept, back)])
  await expect(read(gone.person)).rejects.toThrow()
  expect(await read(back.person)).toMatchObject({ left: 2 })
})

type Act = 'tap' | 'tapAgain' | 'send' | 'die' | 'unknownToWechat' | 'refused' | 'stale'
const acts: Act[] = ['tap', 'tapAgain', 'send', 'die', 'unknownToWechat', 'refused', 'stale']

test('in any order: never more messages than consents, nothing below nothing, and the sum is right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 12 }), async (order) => {
      const person = someMember()
      let [taps, sent] = [0, 0]
      let stale: Consent | null = null
      for (const act of order) {
        if (act === 'tap') taps += 1
        if (act === 'tap' || (act === 'tapAgain' && taps > 0)) await tap(person, `tap-${taps}`)
        const consent = taps === 0 ? null : await read(person)
        if (consent === null || act === 'tap' || act === 'tapAgain') continue
        // What somebody read long ago and would still write.
        const known: Consent = act === 'stale' ? (stale ?? consent) : consent
        stale = consent
        if (known.left < 1 || !(await mark(store.kept, known, [act]))) continue
        if (act === 'send' || act === 'stale') sent += 1
        if (act === 'unknownToWechat') await giveUp(store.kept, known)
        if (act === 'refused') await takeBack(store.kept, known)
      }
      if (taps === 0) return
      const { given, tried, back, lost, left } = await read(person)
      expect(given).toBe(taps)
      expect(sent).toBeLessThanOrEqual(given)
      expect(left).toBe(given - tried + back - lost)
      expect(left).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 60 },
  )
})
