import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'
import { phoneNumberOf } from './phone-codes'

const MINUTE = 60_000

let test$: TestCloud
beforeAll(async () => {
  test$ = await startTestCloud()
})
afterAll(() => test$.stop())
afterEach(() => test$.cloud.clock.set(null))

async function post(path: string, body: object, token = ''): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(test$.cloud.url + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return (await response.json()) as Record<string, string>
}

const tap = async (openid: string) =>
  post('/wx/phone-code', {}, (await post('/wx/session', { openid })).token)
const ask = async (code: unknown) =>
  (await test$.app.callWxOpenApi({ apiName: 'phonenumber.getPhoneNumber', requestData: { code } })).result
const later = (ms: number) => test$.cloud.clock.set(Date.now() + ms)

it('the code of a phone tells its number, once', async () => {
  const { code, number } = await tap('ann')
  expect(number).toBe(phoneNumberOf('ann'))
  expect(await ask(code)).toMatchObject({
    errCode: 0,
    phoneInfo: { purePhoneNumber: number, countryCode: '86' },
  })
  expect(await ask(code)).toMatchObject({ errCode: 40029 })
})

it.each([
  [5 * MINUTE - 2000, 0],
  [5 * MINUTE + 2000, 40029],
])('a code that is %i ms old is answered %i', async (age, errCode) => {
  const { code } = await tap('ben')
  later(age)
  expect(await ask(code)).toMatchObject({ errCode })
})

it.each([[''], ['0'.repeat(64)], [undefined], [{ $ne: '' }]])('%j is no code', async (code) => {
  expect(await ask(code)).toMatchObject({ errCode: 40029 })
})

it('nobody gets a code without a session', async () => {
  expect(await post('/wx/phone-code', {}, 'made.up')).toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
})

it('a person has one number, it is made up, and others have others', () => {
  const numbers = Array.from({ length: 50 }, (_, i) => phoneNumberOf(`person-${i}`))
  expect(new Set(numbers).size).toBe(50)
  for (const number of numbers) expect(number).toMatch(/^1380\d{7}$/)
  expect(phoneNumberOf('person-0')).toBe(numbers[0])
})
