import { randomUUID } from 'node:crypto'
import type { FaultRule } from '../../local/cloud/faults/fault-rule'
import { CASHIER, openProduct, type Product } from '../open-product'

let product: Product
beforeAll(async () => {
  product = await openProduct()
})
afterAll(() => product.close())

const key = () => randomUUID()
const addingCodes: FaultRule = {
  fault: 'quota',
  action: 'database.insertDocument',
  collection: 'redemptions',
}

/** He is told his code, and it could not be put in its place. */
async function claimWithoutCode(diner: string): Promise<string> {
  await product.told(diner, 'member', 'join', { key: key() })
  product.cloud.faults.set([addingCodes])
  const { redemption } = await product.told(diner, 'mall', 'claim', { key: key(), reward: 'drink' })
  product.cloud.faults.set([])
  const { data } = await product.db.collection('redemptions').doc(redemption.code).get()
  expect(data).toEqual([])
  return redemption.code
}

test('a code that a member was told can be used before the sweeper has put it in its place', async () => {
  const code = await claimWithoutCode('quick')
  expect(await product.told('quick', 'mall', 'redemption', { code })).toMatchObject({
    redemption: { code, status: 'issued' },
  })
  const used = await product.told(CASHIER, 'cashier', 'redeemCode', { key: key(), code })
  expect(used.rewardName).not.toBe('')
  await product.cloud.invoke('jobs', {}, { clock: new Date(Date.now() + 60_000) })
  expect(await product.told('quick', 'mall', 'redemption', { code })).toMatchObject({
    redemption: { status: 'redeemed' },
  })
})

test('a code that waits stands in the list of whoever claimed it, once, before and after it is put in its place', async () => {
  const code = await claimWithoutCode('lister')
  const listed = async () => (await product.told('lister', 'mall', 'redemptions', {})).redemptions
  expect((await listed()).map((redemption) => redemption.code)).toEqual([code])
  await product.cloud.invoke('jobs', {}, { clock: new Date(Date.now() + 60_000) })
  expect((await listed()).map((redemption) => redemption.code)).toEqual([code])
})

test('such a code is used once, whoever shows it at the same moment', async () => {
  const code = await claimWithoutCode('twice')
  const asked = Array.from({ length: 4 }, () =>
    product.ask(CASHIER, 'cashier', 'redeemCode', { key: key(), code }),
  )
  const refusals = (await Promise.all(asked)).map((reply) => (reply.ok ? 'ok' : reply.refusal))
  expect(refusals.sort()).toEqual(['CODE_USED', 'CODE_USED', 'CODE_USED', 'ok'])
})
