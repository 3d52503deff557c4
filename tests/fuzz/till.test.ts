import fc from 'fast-check'
import type { ZodType } from 'zod'
import type { HttpReply } from '../../cloudfunctions/pos/http'
import { RefundResult, TILL_STATUS, TillRequest, TillResult } from '../../core/contract/pos'
import { sameValue } from '../../core/domain/same-value'
import { idOf } from '../simulation/house'
import { almost } from './almost'
import { openAfterEvening } from './evening'
import { type Known, valid } from './from-schema'
import { hostile } from './hostile'
import type { House } from './house'
import { tryOut } from './repeat'
import { signed } from './till'
import { writeJson } from './write-json'

let house: House
let known: Known

beforeAll(async () => {
  const opened = await openAfterEvening()
  house = opened.house
  known = opened.known
})

/** How much a till told of, each of which wants its own answer. */
interface Told {
  orders: number
  refunds: number
}

const isGood = (schema: ZodType) => (one: unknown) =>
  schema.safeParse(one).success && !/INTERNAL/.test(JSON.stringify(one))

function verdict({ statusCode, body }: HttpReply, told: Told): string | null {
  if (house.bugs.length > 0) return `there is a bug: ${house.bugs.join('\n')}`
  const said = JSON.parse(body) as {
    error?: keyof typeof TILL_STATUS
    results?: unknown[]
    refunds?: unknown[]
  }
  if (statusCode !== 200) {
    if (said.error === undefined || TILL_STATUS[said.error] !== statusCode)
      return `answered ${statusCode} ${body}`
    const changed = house.changed()
    return changed.length === 0 ? null : `${said.error}, and something was written: ${changed.join()}`
  }
  const { results = [], refunds = [] } = said
  const answered: Told = { orders: results.length, refunds: refunds.length }
  if (!sameValue(answered, told)) return `${JSON.stringify(told)} answered by ${JSON.stringify(answered)}`
  const good = results.every(isGood(TillResult)) && refunds.every(isGood(RefundResult))
  return good ? null : `one was answered ${body}`
}

function toldBy(body: unknown): Told {
  const { orders, refunds } = (body ?? {}) as { orders?: unknown; refunds?: unknown }
  const count = (sent: unknown) => (Array.isArray(sent) ? sent.length : 0)
  return orders === undefined && refunds === undefined
    ? { orders: 1, refunds: 0 }
    : { orders: count(orders), refunds: count(refunds) }
}

async function post(event: unknown, body: unknown, from: string | null): Promise<string | null> {
  await house.putInOrder()
  house.bugs = []
  const reply = await house.post(event, from === null ? null : idOf(from))
  return verdict(reply, toldBy(body))
}

const branches = fc.constantFrom('jingan', 'xuhui')

describe('a till of ours that sends anything', () => {
  test.each([
    ['valid', 120, () => valid(TillRequest, known)],
    ['almost valid', 240, () => almost(TillRequest, known)],
    ['hostile', 240, () => hostile(valid(TillRequest, known))],
  ] as const)('%s body', async (_kind, runs, make) => {
    const cases = fc.record({ body: make(), branch: branches })
    await tryOut(cases, runs, ({ body, branch }) => {
      const text = writeJson(body)
      return post(signed({ body: text, branch }), body, null)
    })
  })

  test('a body cut off or with something in it', async () => {
    const cases = fc.record({
      body: valid(TillRequest, known),
      at: fc.nat(400),
      more: fc.string({ maxLength: 3 }),
    })
    await tryOut(cases, 100, ({ body, at, more }) => {
      const whole = JSON.stringify(body)
      return post(signed({ body: whole.slice(0, at) + more + whole.slice(at + 1) }), body, null)
    })
  })
})

test('an event that no till of ours would send, by the HTTP access or by a phone', async () => {
  const order = { order_id: 'B-9', paid_at: '2027-03-05T12:00:00+08:00', amount_fen: 100 }
  const event = fc.constant(null).map(() => signed({ body: JSON.stringify(order) }))
  const cases = fc.record({ event: hostile(event), from: fc.constantFrom(null, 'ben', 'mia') })
  await tryOut(cases, 400, (one) => post(one.event, order, one.from))
})

test('after all of it the till is answered as before', async () => {
  await house.putInOrder()
  expect(house.changed()).toEqual([])
  const body = '{"order_id":"B-9","paid_at":"2027-03-05T12:00:00+08:00","amount_fen":100}'
  expect(await house.post(signed({ body }))).toMatchObject({ statusCode: 200 })
})
