import { randomUUID } from 'node:crypto'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID

let guests = 0
/** Somebody who joined a moment ago. */
async function guest() {
  guests += 1
  const openid = `guest-${guests}`
  await product.told(openid, 'member', 'join', { key: key() })
  return openid
}

async function visitOf(openid: string, cashier = CASHIER) {
  const { code } = await product.told(openid, 'member', 'code', {})
  return (await product.told(cashier, 'cashier', 'identify', { key: key(), code })).guest.visit
}

async function claimedCode(openid: string) {
  const { redemption } = await product.told(openid, 'mall', 'claim', { key: key(), reward: 'side-dish' })
  return redemption
}

/** A cashier of the other branch, invited and bound as people do it. */
async function cashierOf(branch: string) {
  const openid = `cashier-${branch}-${key().slice(0, 8)}`
  const { invitation } = await product.told(OWNER, 'manager', 'inviteStaff', {
    key: key(),
    name: '小张',
    role: 'clerk',
    branch,
  })
  await product.told(openid, 'cashier', 'acceptInvitation', { code: invitation.code })
  return openid
}

test('EARN-04: a stranger is welcomed, joins in one tap, and has 100 points and a reward in reach', async () => {
  const welcome = await product.told('stranger', 'member', 'home', {})
  expect(welcome).toMatchObject({
    joined: false,
    registration: 100,
    rules: { pointsPerYuan: 1, months: 12 },
  })
  expect(await product.told('stranger', 'member', 'join', { key: key() })).toMatchObject({
    earned: 100,
    balance: 100,
  })
  const card = await product.told('stranger', 'member', 'home', {})
  expect(card).toMatchObject({ joined: true, balance: 100, affordable: 2, best: { id: 'drink' } })
  expect(await product.ask('stranger', 'member', 'join', { key: key() })).toEqual({
    ok: false,
    refusal: 'ALREADY_JOINED',
  })
})

test('a guest is found at the table he scanned, and only there', async () => {
  const openid = await guest()
  expect(await product.told(openid, 'member', 'sit', { branch: 'jingan', table: '5' })).toEqual({
    branchName: '静安店',
    table: '5',
  })
  const found = await product.told(CASHIER, 'cashier', 'guestsAtTable', { table: '5' })
  expect(found.guests).toHaveLength(1)
  expect((await product.told(CASHIER, 'cashier', 'desk', {})).seated).toContainEqual({
    table: '5',
    guests: 1,
  })
  await product.told(openid, 'member', 'sit', { branch: 'jingan', table: '6' })
  expect((await product.told(CASHIER, 'cashier', 'guestsAtTable', { table: '5' })).guests).toEqual([])
})

test.each([
  ['nowhere', '5'],
  ['jingan', '99'],
])('a table that does not exist (%s, %s) is refused', async (branch, table) => {
  const openid = await guest()
  expect(await product.ask(openid, 'member', 'sit', { branch, table })).toEqual({
    ok: false,
    refusal: 'TABLE_NOT_FOUND',
  })
})

test('EARN-08: the preview says what the settlement then does, step by step, and the diner sees it arrive', async () => {
  const openid = await guest()
  const before = await product.told(openid, 'member', 'home', {})
  const visit = await visitOf(openid)
  const preview = await product.told(CASHIER, 'cashier', 'previewBill', { visit, amount: 20_000 })
  expect(preview.steps.map(({ rule, points }) => [rule, points])).toEqual([
    ['base', 200],
    ['firstOrderBonus', 300],
  ])
  const settled = await product.told(CASHIER, 'cashier', 'settleBill', { key: key(), visit, amount: 20_000 })
  const { nudge: _, ...sum } = preview
  expect(settled).toMatchObject({ ...sum, balance: 400 })
  const since = before.joined ? before.seq : 0
  const arrived = await product.told(openid, 'points', 'arrivals', { since })
  expect(arrived).toMatchObject({ balance: 400, lines: [{ delta: 300, entry: { branchName: '静安店' } }] })
})

test('a member code is good for 60 seconds and one use', async () => {
  const openid = await guest()
  const shown = await product.told(openid, 'member', 'code', {})
  const at = (seconds: number) => new Date(Date.parse(shown.expiresAt) + seconds * 1000)
  expect(await product.ask(CASHIER, 'cashier', 'identify', { key: key(), code: shown.code }, at(1))).toEqual({
    ok: false,
    refusal: 'CODE_EXPIRED',
  })
  const first = key()
  const found = await product.told(CASHIER, 'cashier', 'identify', { key: first, code: shown.code }, at(0))
  expect(await product.told(CASHIER, 'cashier', 'identify', { key: first, code: shown.code }, at(0))).toEqual(
    found,
  )
  expect(await product.ask(CASHIER, 'cashier', 'identify', { key: key(), code: shown.code }, at(0))).toEqual({
    ok: false,
    refusal: 'CODE_USED',
  })
})

test.each([
  ['', 'BAD_REQUEST'],
  ['hello', 'CODE_NOT_UNDERSTOOD'],
  ['HTM.0000.M0000000000000000.zzz.0000000000000000', 'CODE_FROM_ANOTHER_RESTAURANT'],
  ['x'.repeat(201), 'BAD_REQUEST'],
])('F9: a member code %j is refused: %s', async (code, refusal) => {
  expect(await product.ask(CASHIER, 'cashier', 'identify', { key: key(), code })).toEqual({
    ok: false,
    refusal,
  })
})

test('F9: a member code with another member written in is not understood', async () => {
  const { code } = await product.told(await guest(), 'member', 'code', {})
  const forged = code.replace(/\.M[0-9A-Z]{16}\./, '.M0000000000000000.')
  expect(forged).not.toBe(code)
  expect(await product.ask(CASHIER, 'cashier', 'identify', { key: key(), code: forged })).toEqual({
    ok: false,
    refusal: 'CODE_NOT_UNDERSTOOD',
  })
})

test('F9: a visit serves the cashier it was given to, at his branch, for half an hour', async () => {
  const visit = await visitOf(await guest())
  const refusal = { ok: false, refusal: 'VISIT_EXPIRED' }
  const bill = { visit, amount: 100 }
  expect(await product.ask(MANAGER, 'cashier', 'previewBill', bill)).toEqual(refusal)
  expect(await product.ask(MANAGER, 'cashier', 'settleBill', { key: key(), ...bill })).toEqual(refusal)
  const later = new Date(Date.now() + 31 * 60_000)
  expect(await product.ask(CASHIER, 'cashier', 'settleBill', { key: key(), ...bill }, later)).toEqual(refusal)
})

test('I5: a bill number is credited once in its branch, and is free in another', async () => {
  const [one, other] = [await visitOf(await guest()), await visitOf(await guest())]
  const bill = { amount: 5000, billNo: 'A-1' }
  const again = { ok: false, refusal: 'BILL_ALREADY_SETTLED' }
  const first = key()
  const settled = await product.told(CASHIER, 'cashier', 'settleBill', { key: first, visit: one, ...bill })
  expect(await product.told(CASHIER, 'cashier', 'settleBill', { key: first, visit: one, ...bill })).toEqual(
    settled,
  )
  expect(await product.ask(CASHIER, 'cashier', 'settleBill', { key: key(), visit: one, ...bill })).toEqual(
    again,
  )
  expect(await product.ask(CASHIER, 'cashier', 'settleBill', { key: key(), visit: other, ...bill })).toEqual(
    again,
  )

  const elsewhere = await cashierOf('xuhui')
  const visit = await visitOf(await guest(), elsewhere)
  expect(await product.ask(elsewhere, 'cashier', 'settleBill', { key: key(), visit, ...bill })).toMatchObject(
    {
      ok: true,
    },
  )
})

test('I6: a redemption code is used once, and the second cashier is told when, where and by whom', async () => {
  const redemption = await claimedCode(await guest())
  const typed = (redemption.code.match(/.{4}/g) ?? []).join('-').toLowerCase().replace(/0/g, 'o')
  expect(await product.told(CASHIER, 'cashier', 'inspectCode', { code: redemption.qr })).toMatchObject({
    status: 'issued',
    rewardName: '任选小菜一份',
    here: true,
  })
  const both = [key(), key()]
  const replies = await Promise.all(
    both.map((one) => product.ask(CASHIER, 'cashier', 'redeemCode', { key: one, code: typed })),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies).toContainEqual({ ok: false, refusal: 'CODE_USED' })
  const inspected = await product.told(CASHIER, 'cashier', 'inspectCode', { code: typed })
  expect(inspected).toMatchObject({ status: 'redeemed', used: { branchName: '静安店', by: '小李' } })
  const winner = both[replies.findIndex(({ ok }) => ok)] ?? ''
  expect(await product.ask(CASHIER, 'cashier', 'redeemCode', { key: winner, code: typed })).toMatchObject({
    ok: true,
  })
})

test('a redemption code can be used through its last day and not after', async () => {
  const redemption = await claimedCode(await guest())
  const at = (day: string) => new Date(`${day}T12:00:00+08:00`)
  const dayAfter = new Date(at(redemption.expiresOn).getTime() + 24 * 3_600_000)
  const use = (clock: Date) =>
    product.ask(CASHIER, 'cashier', 'redeemCode', { key: key(), code: redemption.code }, clock)
  expect(await use(dayAfter)).toEqual({ ok: false, refusal: 'CODE_EXPIRED' })
  expect(await use(at(redemption.expiresOn))).toMatchObject({ ok: true })
})

test.each([
  ['AAAA-BBBB', 'CODE_NOT_UNDERSTOOD'],
  ['0000-0000-0000-0000', 'CODE_NOT_FOUND'],
  ['HTR.0000.0000000000000000', 'CODE_FROM_ANOTHER_RESTAURANT'],
])('a redemption code %s is refused: %s', async (code, refusal) => {
  expect(await product.ask(CASHIER, 'cashier', 'redeemCode', { key: key(), code })).toEqual({
    ok: false,
    refusal,
  })
})

test("another diner's code is as good as none", async () => {
  const { code } = await claimedCode(await guest())
  expect(await product.ask(await guest(), 'mall', 'redemption', { code })).toEqual({
    ok: false,
    refusal: 'CODE_NOT_FOUND',
  })
})

test('C-19: the birthday is told once, and then counts', async () => {
  const openid = await guest()
  const month = new Date().toISOString().slice(5, 7)
  await product.told(openid, 'member', 'setProfile', { key: key(), name: '小满', birthday: `${month}-15` })
  expect(await product.ask(openid, 'member', 'setProfile', { key: key(), birthday: `${month}-16` })).toEqual({
    ok: false,
    refusal: 'BIRTHDAY_ALREADY_SET',
  })
  const renamed = await product.told(openid, 'member', 'setProfile', { key: key(), name: '大满' })
  expect(renamed).toEqual({ name: '大满', birthday: `${month}-15` })
})

test('SEC-03: an invitation makes one stranger staff once; a revoked one is out with his next question', async () => {
  const openid = await cashierOf('jingan')
  const { name, role } = await product.told(openid, 'cashier', 'desk', {})
  expect([name, role]).toEqual(['小张', 'clerk'])
  expect(await product.ask(openid, 'manager', 'team', {})).toEqual({ ok: false, refusal: 'FORBIDDEN' })

  const { invitation } = await product.told(OWNER, 'manager', 'inviteStaff', {
    key: key(),
    name: '小王',
    role: 'clerk',
    branch: 'jingan',
  })
  const { code } = invitation
  const accept = (who: string, clock?: Date) =>
    product.ask(who, 'cashier', 'acceptInvitation', { code }, clock)
  const late = new Date(Date.now() + 49 * 3_600_000)
  expect(await accept('latecomer', late)).toEqual({ ok: false, refusal: 'INVITATION_EXPIRED' })
  expect(await accept(openid)).toEqual({ ok: false, refusal: 'ALREADY_STAFF' })
  expect(await accept('newcomer')).toMatchObject({ ok: true })
  expect(await accept('newcomer')).toMatchObject({ ok: true })
  expect(await accept('second')).toEqual({ ok: false, refusal: 'INVITATION_USED' })

  const visit = await visitOf(await guest(), openid)
  const { colleagues } = await product.told(MANAGER, 'manager', 'team', {})
  const staff =
    colleagues.find((colleague) => colleague.name === '小张' && colleague.branch === 'jingan')?.staff ?? ''
  await product.told(MANAGER, 'manager', 'revokeStaff', { staff })
  const forbidden = { ok: false, refusal: 'FORBIDDEN' }
  expect(await product.ask(openid, 'cashier', 'desk', {})).toEqual(forbidden)
  const bill = { key: key(), visit, amount: 100, billNo: 'revoked-1' }
  expect(await product.ask(openid, 'cashier', 'settleBill', bill)).toEqual(forbidden)
  expect(await product.ask(openid, 'cashier', 'acceptInvitation', { code })).toMatchObject({ ok: false })
})
