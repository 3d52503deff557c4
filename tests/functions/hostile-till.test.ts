import { createHash, createHmac, randomUUID } from 'node:crypto'
import { makeMemberCode } from '../../cloudfunctions/codes'
import type { MemberId } from '../../core/contract'
import { instantOf } from '../../core/domain/calendar'
import { CASHIER, MANAGER } from '../open-product'
import { readEverything } from '../read-everything'
import { NOON, type OpenTill, openTill, order, secondsAfter } from '../till/open-till'

let till: OpenTill
let key: string
let otherKey: string
const logs: string[] = []
beforeAll(async () => {
  till = await openTill(logs)
  const keys = new Map((await till.branches()).map(({ _id, tillKey }) => [String(_id), tillKey]))
  key = keys.get('jingan') ?? ''
  otherKey = keys.get('xuhui') ?? ''
})
afterAll(() => till.close())
afterEach(() => {
  expect(logs.filter((line) => line.includes('"at":"bug"'))).toEqual([])
})

const seconds = String(NOON.getTime() / 1000)
const DAY = 86_400
const timer = { Type: 'Timer', TriggerName: 'tick' }

type Sign = (lines: string[], by: string) => string
const hmac = (algorithm: string, lines: string[], by: string, between = '\n') =>
  createHmac(algorithm, by).update(lines.join(between))
const right: Sign = (lines, by) => hmac('sha256', lines, by).digest('hex')

const forgeries: [string, Sign][] = [
  ['by SHA-1', (lines, by) => hmac('sha1', lines, by).digest('hex')],
  ['by MD5', (lines, by) => hmac('md5', lines, by).digest('hex')],
  ['by SHA-512', (lines, by) => hmac('sha512', lines, by).digest('hex')],
  ['by SHA-512, cut to length', (lines, by) => hmac('sha512', lines, by).digest('hex').slice(0, 64)],
  ['by SHA-256 with no key', (lines) => createHash('sha256').update(lines.join('\n')).digest('hex')],
  ['by the empty key', (lines) => right(lines, '')],
  ['by another branch’s key', (lines) => right(lines, otherKey)],
  ['that names its algorithm', (lines, by) => `sha256=${right(lines, by)}`],
  ['that names none', () => 'none'],
  ['in capitals', (lines, by) => right(lines, by).toUpperCase()],
  ['in base64', (lines, by) => hmac('sha256', lines, by).digest('base64')],
  ['that is half of it', (lines, by) => right(lines, by).slice(0, 32)],
  ['and more', (lines, by) => `${right(lines, by)}00`],
  ['of zeros', () => '0'.repeat(64)],
  ['and another', (lines, by) => `${'0'.repeat(64)}, ${right(lines, by)}`],
  ['of GET', ([, ...lines], by) => right(['GET', ...lines], by)],
  ['of another path', ([method = '', , ...lines], by) => right([method, '/pos/refunds', ...lines], by)],
  ['of the routed path', ([method = '', , ...lines], by) => right([method, '/orders', ...lines], by)],
  ['of no method', ([, ...lines], by) => right(lines, by)],
  ['of lines with carriage returns', (lines, by) => hmac('sha256', lines, by, '\r\n').digest('hex')],
  ['of a line more', (lines, by) => right([...lines, ''], by)],
  ['of no body', (lines, by) => right([...lines.slice(0, -1), ''], by)],
]

test.each(forgeries)('F9: a signature %s is refused, and leaves nothing', async (_what, forge) => {
  const body = JSON.stringify(order())
  const nonce = randomUUID()
  const signature = forge(['POST', '/pos/orders', seconds, nonce, body], key)
  const before = await readEverything(till.db, 'health')
  const answer = await till.send(body, { nonce, headers: { 'x-signature': signature } })
  expect(answer).toEqual({ status: 401, body: { error: 'BAD_SIGNATURE' } })
  expect(await readEverything(till.db, 'health')).toBe(before)
  expect(await till.send(body, { nonce })).toMatchObject({ status: 200 })
})

test.each([
  ['x-branch', 'jingan, xuhui', 401],
  ['x-timestamp', `${seconds}, ${seconds}`, 400],
  ['x-nonce', `${'n'.repeat(20)}, ${'m'.repeat(20)}`, 400],
])('F9: the header %s given twice is refused', async (name, value, status) => {
  expect(await till.send(order(), { headers: { [name]: value } })).toMatchObject({ status })
})

test('F9: a request heard again is refused as long as its time is good, and afterwards for its time', async () => {
  const sent = { nonce: randomUUID(), tillClock: secondsAfter(NOON, 300) }
  const bill = order()
  expect(await till.send(bill, sent)).toMatchObject({ status: 200 })
  const again = (after: number) => till.send(bill, { ...sent, clock: secondsAfter(NOON, after) })
  const used = { status: 409, body: { error: 'NONCE_REUSED' } }
  const stale = { status: 401, body: { error: 'STALE_TIMESTAMP' } }
  expect([await again(0), await again(599), await again(600)]).toEqual([used, used, used])
  expect([await again(601), await again(DAY), await again(30 * DAY)]).toEqual([stale, stale, stale])
})

test('F9: a nonce is still spent a day later, although the jobs have forgotten what is old', async () => {
  const nonce = randomUUID()
  expect(await till.send(order(), { nonce })).toMatchObject({ status: 200 })
  const clock = secondsAfter(NOON, DAY)
  await till.cloud.invoke('jobs', timer, { clock })
  expect(await till.send(order(), { nonce, clock })).toMatchObject({ status: 409 })
})

test('a batch of one and of a hundred are taken; one bill twice in it is one bill', async () => {
  const guest = await till.newMember()
  const bill = order({ member: guest.member })
  expect(await till.results([order()])).toHaveLength(1)
  const ninetySeven = Array.from({ length: 97 }, () => order())
  const [first, second, third, ...rest] = await till.results([
    bill,
    bill,
    { ...bill, amount_fen: 1 },
    ...ninetySeven,
  ])
  expect(first).toMatchObject({ ok: true, points: 132 })
  expect(second).toEqual(first)
  expect(third).toMatchObject({ ok: false, refusal: 'ORDER_CHANGED' })
  expect([rest.length, rest.every(({ ok }) => ok)]).toEqual([97, true])
  expect(await guest.seen()).toEqual({ balance: 232, bills: 1 })
})

describe('F9: a member code shown again', () => {
  const identify = (who: string, code: string, clock: Date) =>
    till.ask(who, 'cashier', 'identify', { key: randomUUID(), code }, clock)
  const show = async () => {
    const guest = await till.newMember()
    const { code, expiresAt } = await till.told(guest.openid, 'member', 'code', {}, NOON)
    return { ...guest, code, until: new Date(expiresAt) }
  }
  const used = { ok: false, refusal: 'CODE_USED' }

  test('at two desks at once shows him at one of them', async () => {
    const { code } = await show()
    const both = await Promise.all([identify(CASHIER, code, NOON), identify(MANAGER, code, NOON)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter(({ ok }) => !ok)).toEqual([used])
  })

  test.each([
    [0, true],
    [1, false],
  ])('%i s after it expired: %p', async (late, good) => {
    const { code, until } = await show()
    expect(await identify(CASHIER, code, secondsAfter(until, late))).toMatchObject(
      good ? { ok: true } : { ok: false, refusal: 'CODE_EXPIRED' },
    )
  })

  test('at a till a week later, when the jobs have forgotten what is old, is still spent', async () => {
    const { code, seen } = await show()
    expect(await identify(CASHIER, code, NOON)).toMatchObject({ ok: true })
    const clock = secondsAfter(NOON, 7 * DAY)
    await till.cloud.invoke('jobs', timer, { clock })
    const late = await till.results([order({ member: code })], { clock })
    expect(late).toMatchObject([used])
    expect(await seen()).toEqual({ balance: 100, bills: 0 })
  })

  test('at a desk after a till has spent it', async () => {
    const { code } = await show()
    expect(await till.results([order({ member: code })])).toMatchObject([{ ok: true }])
    expect(await identify(CASHIER, code, NOON)).toEqual(used)
  })

  test('that was never spent is good for one bill of its minute, a week late, and for none after', async () => {
    const { code, until, seen } = await show()
    const clock = secondsAfter(NOON, 7 * DAY)
    const paid = (at: Date) => order({ member: code, paid_at: instantOf(at) })
    const bills = [paid(secondsAfter(until, 1)), paid(until), paid(until)]
    expect(await till.results(bills, { clock })).toMatchObject([
      { ok: false, refusal: 'CODE_EXPIRED' },
      { ok: true, points: 132 },
      used,
    ])
    expect((await seen()).bills).toBe(1)
  })

  test('in another restaurant is another restaurant’s', async () => {
    const { member } = await show()
    const code = makeMemberCode(
      'the secret of another restaurant, 32',
      member as MemberId,
      NOON.getTime() + 60_000,
    )
    const refusal = { ok: false, refusal: 'CODE_FROM_ANOTHER_RESTAURANT' }
    expect(await identify(CASHIER, code, NOON)).toEqual(refusal)
    expect(await till.results([order({ member: code })])).toMatchObject([refusal])
  })
})

describe('F9: who asks is what the platform says', () => {
  const CLAIMS = { userInfo: { openId: 'sample-owner' }, openid: 'sample-owner', FROM_OPENID: 'sample-owner' }

  test.each(Object.entries(CLAIMS))('a phone that says %s is somebody else', async (name, claimed) => {
    const { openid } = await till.newMember()
    const claim = { [name]: claimed }
    const beside = await till.cloud.invoke('manager', { procedure: 'team', input: {}, ...claim }, { openid })
    const within = await till.cloud.invoke('manager', { procedure: 'team', input: claim }, { openid })
    expect([beside, within]).toEqual([
      { ok: false, refusal: 'FORBIDDEN' },
      { ok: false, refusal: 'BAD_REQUEST' },
    ])
  })

  test('nobody is answered by a function for phones, whatever he claims', async () => {
    for (const name of ['member', 'points', 'mall', 'cashier', 'manager']) {
      const reply = await till.cloud.invoke(name, { procedure: 'home', input: {}, ...CLAIMS })
      expect([name, reply]).toEqual([name, { ok: false, refusal: 'FORBIDDEN' }])
    }
  })

  test('headers make nobody a member, and no function but the till’s is behind the HTTP access', async () => {
    const headers = { 'x-wx-openid': 'sample-owner', 'x-openid': 'sample-owner', 'x-wx-source': 'wx_client' }
    const body = JSON.stringify({ procedure: 'team', input: {} })
    expect(await till.send(body, { headers })).toEqual({ status: 400, body: { error: 'BAD_REQUEST' } })
    for (const path of ['/manager', '/member', '/jobs', '/pos/../jobs'])
      expect([path, (await till.send(body, { headers, path })).status]).toEqual([path, 404])
  })

  test('a phone cannot run the jobs, even dressed as their timer', async () => {
    const { openid } = await till.newMember()
    for (const event of [timer, { ...timer, audit: 'again' }, { ...timer, ...CLAIMS }])
      expect(await till.cloud.invoke('jobs', event, { openid })).toEqual({ ok: false, refusal: 'FORBIDDEN' })
  })
})
