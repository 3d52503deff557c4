import { randomUUID } from 'node:crypto'
import { openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID

/** One person with two phones: whatever is asked, both ask it at the same moment. */
async function onBoth<T>(ask: (phone: number) => Promise<T>): Promise<T[]> {
  return Promise.all([0, 1].map(ask))
}

async function newMember(clock?: Date): Promise<string> {
  const openid = `two-phones-${key()}`
  const joining = await product.ask(openid, 'member', 'join', { key: key() }, clock)
  expect(joining.ok).toBe(true)
  return openid
}

test('C-19: two phones tell two birthdays, twice: one birthday counts, and it is never another', async () => {
  const openid = await newMember()
  const tell = (birthday: string) => product.ask(openid, 'member', 'setProfile', { key: key(), birthday })
  const days = ['03-14', '11-02']
  const first = await onBoth((phone) => tell(days[phone] as string))
  const [kept] = first.flatMap((reply) => (reply.ok ? [reply.data.birthday] : []))
  expect(days).toContain(kept)
  expect(first.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'BIRTHDAY_ALREADY_SET' }])

  const again = await onBoth((phone) => tell(['05-05', '06-06'][phone] as string))
  expect(again).toEqual(Array(2).fill({ ok: false, refusal: 'BIRTHDAY_ALREADY_SET' }))
  expect(await product.told(openid, 'member', 'setProfile', { key: key(), name: '小满' })).toMatchObject({
    birthday: kept,
  })
})

test.each([
  ['02-29', true],
  ['02-30', false],
  ['04-31', false],
])('C-52: a birthday on %s is taken: %s', async (birthday, taken) => {
  const telling = { key: key(), birthday }
  const openid = await newMember()
  expect(await product.ask(openid, 'member', 'setProfile', telling)).toMatchObject({ ok: taken })
})

const at = (time: string) => new Date(`${time}+08:00`)

test.each([
  ['2027-03-01T23:59:59', '2027-03-02T00:00:01', 1],
  ['2027-03-02T03:59:59', '2027-03-02T04:00:00', 2],
])('ENG-01, I11: two phones check in, at %s and at %s: %i times', async (one, other, times) => {
  const openid = await newMember(at('2027-03-01T12:00:00'))
  const checkIn = (clock: Date) => product.ask(openid, 'engagement', 'checkIn', { key: key() }, clock)
  const evening = await onBoth(() => checkIn(at(one)))
  const morning = await onBoth(() => checkIn(at(other)))
  const replies = [...evening, ...morning]
  expect(replies.filter(({ ok }) => ok)).toHaveLength(times)
  expect(replies.filter(({ ok }) => !ok)).toEqual(
    Array(4 - times).fill({ ok: false, refusal: 'ALREADY_CHECKED_IN' }),
  )
  const card = await product.ask(openid, 'member', 'home', {}, at(other))
  expect(card).toMatchObject({ data: { balance: 100 + 2 * times } })
})

test('ENG-01, I11: a clock that is moved on a day and back gives each day once', async () => {
  const openid = await newMember(at('2027-03-01T12:00:00'))
  const days = ['03-01', '03-02', '03-01', '03-02', '03-03']
  const replies = []
  for (const day of days) {
    const clock = at(`2027-${day}T12:00:00`)
    replies.push(await product.ask(openid, 'engagement', 'checkIn', { key: key() }, clock))
  }
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, false, false, true])
})
