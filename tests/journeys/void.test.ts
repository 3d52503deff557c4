import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

test('C-50: what a guest has claimed is sold out; the cashier makes his code void, and his points are back', async () => {
  const [cashier, diner] = await Promise.all([
    here.phones.to('sample-cashier', { path: 'staff/desk/desk' }),
    here.phones.to('void-diner', { path: 'pages/home/home' }),
  ])
  await diner.tap('join')
  await diner.openTab('商城')
  await diner.tap('offer-side-dish')
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  const code = await diner.reads('code-text')

  await cashier.tap('go-redeem')
  await cashier.type('code-input', code)
  await cashier.tap('inspect')
  await cashier.sees('verdict', '可以核销')
  await cashier.tap('void-code')
  await cashier.tap('ask-void')
  await cashier.sees('void-trouble', '写一句原因')
  await cashier.tap('chip-今天卖完了')
  await cashier.tap('ask-void')
  await cashier.sees('void-sure', '今天卖完了')
  await Promise.all([diner.sees('spent', '已作废'), cashier.tap('confirm-void')])
  await cashier.sees('returned', '退回 50 积分')
  await diner.sees('void-reason', '今天卖完了')

  await cashier.tap('next-code')
  await cashier.type('code-input', code)
  await cashier.tap('inspect')
  await cashier.sees('verdict', '已经作废')

  await diner.goBack()
  await diner.openTab('首页')
  await diner.sees('balance', '100')
  await diner.tap('inbox-entry')
  await diner.sees('inbox', '兑换码已作废')
  await diner.goBack()
  await diner.openTab('明细')
  await diner.sees('ledger-line', '兑换作废')
})
