import type { Phones } from '../../local/phones/hand-out-phones'
import { journey } from './journey'
import { House } from './run-house'

const here = journey({ open: House.open, keepsPhones: true })
let table: Awaited<ReturnType<Phones['sideBySide']>>

beforeAll(async () => {
  table = await here.phones.sideBySide()
})

test('a guest scans a table and joins in one tap', async () => {
  const { page, diner } = table
  await diner.sees('welcome')
  await page.locator('[data-test="table-5"]').first().click()
  await diner.sees('place', '静安店 · 5 号桌')
  await diner.tap('join')
  await diner.sees('arrival-points', '+100')
  await diner.sees('balance', '100')
})

test('POS-02: the cashier finds him at his table and sees every step of his points before settling', async () => {
  const { cashier } = table
  await cashier.tap('table-5')
  await cashier.sees('guest', '第一次消费')
  await cashier.type('amount', '200')
  await cashier.sees('preview', '+300 积分')
  const preview = await cashier.reads('preview')
  expect(preview).toContain('结账后 400')
  expect(preview).toContain('消费 ¥200 每 1 元得 1 积分 200')
  expect(preview).toContain('首单礼 +100 入会后的第一笔消费 300')
})

test('EARN-29, REM-04: his open page celebrates the arrival and shows the new balance', async () => {
  const { diner, cashier } = table
  const arrival = diner.sees('arrival-points', '+300')
  await cashier.tap('settle')
  await cashier.sees('settled-earned', '+300')
  await cashier.sees('settled-balance', '400')
  await cashier.tap('next-guest')
  await arrival
  await diner.sees('balance', '400')
})

test('the mall shows what he can afford first, and a claim gives a code', async () => {
  const { diner } = table
  await diner.openTab('商城')
  await diner.sees('mall-balance', '400')
  const shelf = await diner.reads('mall')
  const places = ['任选小菜一份', '现制饮品一杯', '招牌菜一份', '免费主菜一份'].map((name) =>
    shelf.indexOf(name),
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(shelf.slice(places[2], places[3])).toContain('现在就能换')
  expect(shelf.slice(places[3])).not.toContain('现在就能换')
  await diner.tap('offer-drink')
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  await diner.sees('redemption', '出示给店员')
  expect(await diner.reads('code-text')).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
})

test('RED-12: the cashier scans the code on the guest’s screen, sees what it is for, and redeems it', async () => {
  const { diner, cashier } = table
  await cashier.tap('go-redeem')
  await cashier.tap('scan-code')
  await cashier.takeOffer('食客手机上的二维码')
  await cashier.sees('found-code', '现制饮品一杯')
  await cashier.sees('verdict', '可以核销')
  await Promise.all([diner.sees('spent', '已核销'), cashier.tap('confirm-redeem')])
  await cashier.sees('redeemed', '现制饮品一杯')
})

test('I6: a second attempt says when, where and by whom the code was used', async () => {
  const { cashier } = table
  await cashier.tap('next-code')
  await cashier.tap('scan-code')
  await cashier.takeOffer('食客手机上的二维码')
  await cashier.sees('verdict', '已经用过')
  expect(await cashier.reads('reason')).toMatch(/^\d+月\d+日 \d\d:\d\d 在静安店由 小李 核销$/)
})

test('the ledger shows every line, explains it, and can be filtered by kind', async () => {
  const { diner } = table
  await diner.goBack()
  await diner.openTab('明细')
  await diner.sees('ledger-balance', '300')
  const lines = await diner.readsAll('ledger-line')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/兑换 现制饮品一杯 .* −100 余 300$/)
  expect(lines[1]).toMatch(/消费 ¥200 .* \+300 余 400$/)
  await diner.tap(diner.part('ledger-line').nth(1))
  await diner.sees('line-detail', '首单礼 +100')
  await diner.tap('close-sheet')
  await diner.seesNo('line-detail')
  await diner.tap('chip-burn')
  await diner.part('ledger-line').filter({ hasText: '消费' }).first().waitFor({ state: 'detached' })
  expect(await diner.readsAll('ledger-line')).toHaveLength(1)
})
