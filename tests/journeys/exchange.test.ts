import { journey } from './journey'
import { openHouseHere } from './open-house-here'
import { publish } from './publish'

const here = journey({ open: openHouseHere })

test('CAMP-04, EARN-28: a manager makes rewards cheaper for a day; a guest sees the struck price, pays it, and reads why', async () => {
  const manager = await here.phones.to('sample-manager', { path: 'staff/program/program' })
  await manager.tap('add-campaign')
  await manager.type('field-name', '会员日半价换')
  await manager.tap('chip-exchange')
  await manager.type('field-off', '10')
  await manager.tap('pick-dessert')
  await manager.tap('pick-drink')
  await manager.tap('keep-campaign')
  await manager.sees('fault-off', '折扣')
  await manager.type('field-off', '5')
  await manager.tap('keep-campaign')
  await manager.sees('campaign', '5 折')
  await publish(manager, '会员日半价换')

  const diner = await here.phones.to('exchange-diner', { path: 'pages/home/home' })
  await diner.tap('join')
  await diner.openTab('商城')
  await diner.sees('offer-dessert', '会员日半价换')
  await diner.sees('offer-dessert', '75')
  await diner.tap('offer-dessert')
  await diner.sees('deal', '只限今天')
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  await diner.sees('code-text')
  await diner.goBack()
  await diner.openTab('明细')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '兑换' }))
  await diner.sees('line-detail', '平时')
  await diner.sees('line-detail', '150 积分')
  await diner.sees('line-detail', '会员日半价换 5 折')
})
