import { randomUUID } from 'node:crypto'
import type { MemberId } from '../../core/contract'
import { CASHIER, MANAGER, OWNER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = randomUUID

/** What each colleague did to the points of a member. */
async function creditsOf(member: MemberId) {
  const { credits } = await product.told(OWNER, 'manager', 'credits', { days: 1 })
  return credits.filter((one) => one.member === member)
}

test('CAP-03, SEC-02: who credited whom counts bills taken back, and what a second person approved for who proposed it', async () => {
  const openid = `credited-${key()}`
  const { member } = await product.told(openid, 'member', 'join', { key: key() })
  const { code } = await product.told(openid, 'member', 'code', {})
  const { visit } = (await product.told(CASHIER, 'cashier', 'identify', { key: key(), code })).guest
  const bill = key()
  const { earned } = await product.told(CASHIER, 'cashier', 'settleBill', {
    key: bill,
    visit,
    amount: 10_000,
  })
  const back = { key: key(), bill, amount: 10_000, reason: '菜品退换' }
  const { points: taken } = await product.told(CASHIER, 'cashier', 'reverseBill', back)
  const much = { key: key(), member, direction: 'give', points: 501, reason: 'GIFT', note: '店庆' } as const
  await product.told(MANAGER, 'manager', 'adjust', much)
  const before = await creditsOf(member as MemberId)
  expect(before.find(({ proposed }) => proposed > 0)).toMatchObject({ proposed: 1, given: 0 })

  const { proposals } = await product.told(OWNER, 'manager', 'proposals', {})
  const [proposal] = proposals.filter((one) => one.member === member)
  const decision = { key: key(), proposal: proposal?.id ?? '', approve: true }
  await product.told(OWNER, 'manager', 'decideProposal', decision)
  const after = await creditsOf(member as MemberId)
  expect(after.find(({ bills }) => bills > 0)).toMatchObject({
    points: earned,
    reversed: 1,
    takenBack: taken,
  })
  expect(after.find(({ proposed }) => proposed > 0)).toMatchObject({ proposed: 1, given: 501 })
  expect(after).toHaveLength(2)
})
