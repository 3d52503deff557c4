import type { OwnPhone } from '../../local/phones/hand-out-phones'
import { journey } from './journey'
import { House } from './run-house'

const here = journey({ open: House.open, keepsPhones: true, losesConnection: true })
let diner: OwnPhone
let cashier: OwnPhone
beforeAll(async () => {
  const path = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=6')}`
  diner = await here.phones.to('crash-diner', { path })
  cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
})

async function crashAndReopen(): Promise<void> {
  await here.house.kill()
  await here.house.start()
  await Promise.all([diner.page.reload(), cashier.page.reload()])
}

test('after joining, the power fails: he is a member and sits at his table', async () => {
  await diner.sees('place')
  await diner.tap('join')
  await diner.sees('balance', '100')
  await crashAndReopen()
  await diner.sees('balance', '100')
  await cashier.sees('table-6', '1 位会员')
})

test('after settling, the power fails: the points are his', async () => {
  await cashier.tap('table-6')
  await cashier.type('amount', '300')
  await cashier.sees('preview', '+400 积分')
  await cashier.tap('settle')
  await cashier.sees('settled-balance', '500')
  await crashAndReopen()
  await diner.sees('balance', '500')
})

test('while settling, the power fails: the page asks again, and the bill counts once', async () => {
  await cashier.tap('table-6')
  await cashier.type('amount', '20')
  await cashier.sees('preview', '+20 积分')
  await Promise.all([cashier.tap('settle'), here.house.kill()])
  await cashier.part('settled').or(cashier.part('settle-trouble')).first().waitFor()
  await here.house.start()
  if ((await cashier.part('settled').count()) === 0) await cashier.tap('settle')
  await cashier.sees('settled-balance', '520')
  await diner.page.reload()
  await diner.sees('balance', '520')
})

test('after claiming, the power fails: the code is there, and the points are gone once', async () => {
  await diner.openTab('商城')
  await diner.tap('offer-drink')
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  await diner.sees('code-text')
  await crashAndReopen()
  await diner.openTab('商城')
  await diner.sees('mall-balance', '420')
  await diner.tap('my-codes')
  await diner.tap('my-code')
  await diner.sees('status', '待使用')
})

test('after redeeming, the power fails: the code stays used, and the ledger agrees with the balance', async () => {
  const code = await diner.reads('code-text')
  const redeem = async () => {
    await cashier.tap('go-redeem')
    await cashier.type('code-input', code)
    await cashier.tap('inspect')
  }
  await redeem()
  await cashier.tap('confirm-redeem')
  await cashier.sees('redeemed')
  await crashAndReopen()
  await redeem()
  await cashier.sees('reason', '由 小李 核销')
  await diner.openTab('明细')
  await diner.sees('ledger-balance', '420')
  const deltas = (await diner.readsAll('ledger-line')).map((line) => / ([+−]\d+) 余/.exec(line)?.[1])
  expect(deltas).toEqual(['−100', '+20', '+400', '+100'])
})
