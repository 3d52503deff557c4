import fc from 'fast-check'
import { almost } from './almost'
import { openAfterEvening } from './evening'
import { type Known, valid } from './from-schema'
import { hostile } from './hostile'
import { CALLERS, type Caller, type House, idOfCaller } from './house'
import { judge, procedures, specOf } from './judge'
import { tryOut } from './repeat'

let house: House
let known: Known
let secrets: string[]
const rejections: unknown[] = []
const keepRejection = (reason: unknown) => rejections.push(reason)
const inherited = () => JSON.stringify([Object.prototype, Array.prototype].map(Object.getOwnPropertyNames))
const untouched = inherited()

beforeAll(async () => {
  process.on('unhandledRejection', keepRejection)
  const opened = await openAfterEvening()
  house = opened.house
  known = opened.known
  secrets = opened.secrets
})
afterAll(() => {
  process.off('unhandledRejection', keepRejection)
})

const callers = fc.constantFrom(...(Object.keys(CALLERS) as Caller[]))

/** Ask in a house that is in order, and judge what comes of it. */
async function ask(
  asked: (typeof procedures)[number],
  caller: Caller,
  input: unknown,
): Promise<string | null> {
  await house.putInOrder()
  house.bugs = []
  const reply = await house.ask(asked, idOfCaller(caller), input)
  return judge({ asked, caller, input, reply, changed: house.changed(), bugs: house.bugs }, secrets)
}

describe.each(procedures)('%s, asked by anybody with anything:', (asked) => {
  const { input } = specOf(asked)
  const right = (): fc.Arbitrary<unknown> => valid(input, known)

  test.each([
    ['valid', 30, right],
    ['almost valid', 60, () => almost(input, known)],
    ['hostile', 60, () => hostile(right())],
  ] as const)('%s input', async (_kind, runs, make) => {
    const cases = fc.record({ caller: callers, input: make() })
    await tryOut(cases, runs, ({ caller, input: sent }) => ask(asked, caller, sent))
  })
})

test('a valid input is one that the contract accepts', () => {
  for (const asked of procedures) {
    const { input } = specOf(asked)
    for (const made of fc.sample(valid(input, known), { seed: 1, numRuns: 50 }))
      expect([asked, made, input.safeParse(made).error]).toEqual([asked, made, undefined])
  }
})

test('every kind of caller is answered yes and no', async () => {
  await house.putInOrder()
  const home = (caller: Caller) => house.ask('member.home', idOfCaller(caller), {})
  const answers = await Promise.all((Object.keys(CALLERS) as Caller[]).map(home))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false])
  expect(answers.at(-1)).toEqual({ ok: false, refusal: 'FORBIDDEN' })
})

test('after all of it nothing is polluted, nothing was left unhandled, and Ann is told what is hers', async () => {
  await house.putInOrder()
  expect(house.changed()).toEqual([])
  expect(inherited()).toBe(untouched)
  expect(rejections).toEqual([])
  const { ok, data } = await house.ask('member.home', 'M0000000000000000' as never, {})
  expect({ ok, data }).toMatchObject({ ok: true, data: { joined: false } })
})
