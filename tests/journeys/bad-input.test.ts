import type { OwnPhone } from '../../local/phones/hand-out-phones'
import { readEverything } from '../read-everything'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const scene = (text: string) => ({ path: `pages/home/home?scene=${encodeURIComponent(text)}` })

const here = journey({ open: openHouseHere, keepsPhones: true })
let cashier: OwnPhone
beforeAll(async () => {
  const diner = await here.phones.to('bad-input-diner', scene('b=jingan&t=5'))
  await diner.tap('join')
  await diner.sees('place')
  await here.phones.collect()
  cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
})

/** What is refused changes nothing; that a colleague was refused, and how often, is written down. */
const readHouse = () => readEverything(here.house.db, 'actions', 'attempts', 'health')

let before: string
beforeEach(async () => {
  before = await readHouse()
})
afterEach(async () => {
  expect(await readHouse()).toBe(before)
})

describe('an amount', () => {
  beforeAll(async () => {
    await cashier.tap('table-5')
    await cashier.sees('guest')
  })
  afterAll(() => cashier.tap('leave-guest'))

  test.each([
    ['0', '金额要大于 0 元'],
    ['-1', '金额不能是负数'],
    ['1e5', '只能输入数字和小数点'],
    ['12.345', '最多两位小数'],
    ['1000000000', '一笔最多 200,000 元'],
    ['一百', '只能输入数字和小数点'],
  ])('of "%s" is told why not: %s', async (typed, words) => {
    await cashier.type('amount', typed)
    await cashier.sees('amount-fault', words)
    await cashier.part('settle').tap({ force: true })
    expect(await cashier.part('settled').count()).toBe(0)
  })

  test('that is empty is no mistake, and cannot be settled', async () => {
    await cashier.type('amount', '')
    await cashier.seesNo('amount-fault')
    await cashier.part('settle').tap({ force: true })
    expect(await cashier.part('settled').count()).toBe(0)
  })

  test('in full-width digits is an amount', async () => {
    await cashier.type('amount', '１２．５')
    await cashier.sees('preview', '消费 ¥12.50')
    await cashier.sees('preview', '+112 积分')
  })
})

test.each([
  ['hello', '认不出这个码'],
  ['HTM.0000.M0000000000000000.zzzzzzzz.0000000000000000', '这不是本店的码'],
  ['b=jingan&t=5', '这是桌码'],
  ['https://example.com/?code=1', '认不出这个码'],
])('scanned for a member, "%s" is answered: %s', async (text, words) => {
  await cashier.tap('scan-member')
  await cashier.pasteCode(text)
  await cashier.sees('find-trouble', words)
})

describe('a redemption code', () => {
  const redemption = {
    member: 'M0000000000000000',
    memberName: '某人',
    reward: 'drink',
    rewardName: '现制饮品一杯',
    picture: '/assets/rewards/drink.svg',
    worth: 1500,
    points: 100,
    issuedAt: '2026-01-01T12:00:00+08:00',
    status: 'issued',
    used: null,
  }
  beforeAll(async () => {
    const expired = { _id: '1111111111111111', expiresOn: '2026-01-31', branches: null }
    const elsewhere = { _id: '2222222222222222', expiresOn: '2099-01-31', branches: ['xuhui'] }
    for (const each of [expired, elsewhere])
      await here.house.db.collection('redemptions').add({ ...redemption, ...each })
    await cashier.tap('go-redeem')
  })

  test.each([
    ['', '请输入兑换码'],
    ['AAAA-BBBB', '认不出这个码'],
    ['0000-0000-0000-0000', '没有这个码'],
    ['HTR.0000.0000000000000000', '这不是本店的码'],
    ['HTM.0000.M0000000000000000.zzzzzzzz.0000000000000000', '这是会员码'],
    ['b=jingan&t=5', '这是桌码'],
    ["'; drop table redemptions; --", '认不出这个码'],
  ])('of "%s" is answered: %s', async (typed, words) => {
    await cashier.type('code-input', typed)
    await cashier.tap('inspect')
    await cashier.sees('redeem-trouble', words)
  })

  test.each([
    ['that has expired', '1111-1111-1111-1111', '已经过期', '有效期到 2026年1月31日'],
    ['of another branch', '2222-2222-2222-2222', '不在本店使用', '只能在别的门店核销'],
  ])('%s can be looked at and not used', async (_which, typed, verdict, reason) => {
    await cashier.type('code-input', typed)
    await cashier.tap('inspect')
    await cashier.sees('verdict', verdict)
    await cashier.sees('reason', reason)
    expect(await cashier.part('confirm-redeem').count()).toBe(0)
    await cashier.tap('another-code')
  })
})

test.each([
  ['b=ji&&t', '桌码好像不完整'],
  ['%E0%A4%A', '桌码好像不完整'],
  ['b=jingan&t=404', '没有找到这张桌子'],
  ['b=nowhere&t=5', '没有找到这张桌子'],
  ['b=jingan&t=%3Cimg src=x onerror=alert(1)%3E', '桌码好像不完整'],
])('a table code that says "%s" is answered: %s', async (text, words) => {
  const diner = await here.phones.to('bad-input-diner', scene(text))
  await diner.sees('scene-words', words)
})
