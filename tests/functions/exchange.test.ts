import { randomUUID } from 'node:crypto'
import { CASHIER, MANAGER, openProduct, type Product } from '../open-product'

const key = randomUUID
const HALF = {
  id: 'half',
  name: '周年庆半价换',
  days: { kind: 'every' as const },
  branches: null,
  tiers: null,
  atLeast: 0,
  effect: { kind: 'exchange' as const, bp: 5_000, rewards: ['drink', 'dessert'] },
}

let product: Product
/** A house that has just published that two rewards cost half of their points today. */
beforeAll(async () => {
  product = await openProduct()
  const { terms, revision, today } = await product.told(MANAGER, 'manager', 'program', {})
  const campaigns = [...terms.earn.campaigns, { ...HALF, from: today, to: today }]
  const saved = { revision, terms: { ...terms, earn: { ...terms.earn, campaigns } } }
  const draft = await product.told(MANAGER, 'manager', 'saveDraft', saved)
  await product.told(MANAGER, 'manager', 'publishProgram', {
    key: key(),
    revision: draft.revision,
    validFrom: today,
  })
})
afterAll(() => product.close())

let guests = 0
async function guest(): Promise<string> {
  guests += 1
  await product.told(`guest-${guests}`, 'member', 'join', { key: key() })
  return `guest-${guests}`
}

test('CAMP-04, EARN-28: the mall shows what it costs today, what it usually costs, why and until when', async () => {
  const who = await guest()
  const { offers, today } = await product.told(who, 'mall', 'list', {})
  const of = (reward: string) => offers.find(({ id }) => id === reward)
  const exchange = { name: '周年庆半价换', until: today }
  expect(of('drink')).toMatchObject({ points: 50, exchange: { ...exchange, usual: 100 }, affordable: true })
  expect(of('dessert')).toMatchObject({ points: 75, exchange: { ...exchange, usual: 150 }, affordable: true })
  expect(of('side-dish')).toMatchObject({ points: 50, exchange: null })
  expect(await product.told(who, 'member', 'home', {})).toMatchObject({
    affordable: 3,
    best: { id: 'dessert', points: 75 },
    campaigns: ['周年庆半价换'],
  })
})

test('CAMP-04, UX-06: he burns the price of today, his line says why, and his code says what it cost', async () => {
  const who = await guest()
  const { redemption, balance } = await product.told(who, 'mall', 'claim', {
    key: key(),
    reward: 'dessert',
    price: 75,
  })
  expect([redemption.points, balance]).toEqual([75, 25])
  const { lines } = await product.told(who, 'points', 'ledger', { kind: 'burn' })
  expect(lines).toMatchObject([
    {
      delta: -75,
      entry: { exchange: { campaign: 'half', name: '周年庆半价换', bp: 5_000, usual: 150 } },
    },
  ])
})

test('CAMP-04: who was told less than it costs is told so, and nothing is burned; asked again the answer is the same', async () => {
  const who = await guest()
  const asked = { key: key(), reward: 'side-dish' as const, price: 49 }
  const no = { ok: false, refusal: 'PRICE_ROSE' }
  expect(await product.ask(who, 'mall', 'claim', asked)).toEqual(no)
  expect(await product.ask(who, 'mall', 'claim', asked)).toEqual(no)
  expect((await product.told(who, 'mall', 'list', {})).balance).toBe(100)
})

test('CAMP-04, C-50: a code that was claimed for less gives back what was burned, and its piece', async () => {
  const who = await guest()
  const left = async () =>
    (await product.told(who, 'mall', 'list', {})).offers.find(({ id }) => id === 'dessert')?.left
  const before = await left()
  const { redemption } = await product.told(who, 'mall', 'claim', { key: key(), reward: 'dessert' })
  expect(await left()).toBe((before ?? 0) - 1)
  const back = { key: key(), code: redemption.code, reason: '今天卖完了' }
  expect(await product.told(CASHIER, 'cashier', 'reverseClaim', back)).toMatchObject({
    points: 75,
    balance: 100,
  })
  expect(await left()).toBe(before)
})

test('PAGE-04, CAMP-04: the campaign centre tells it, with the names of the rewards', async () => {
  const { campaigns, rewards } = await product.told('a stranger', 'engagement', 'campaigns', {})
  expect(campaigns.find(({ campaign }) => campaign.id === 'half')).toMatchObject({
    isToday: true,
    campaign: { effect: HALF.effect },
  })
  expect(rewards).toContainEqual({ id: 'drink', name: '现制饮品一杯' })
})
