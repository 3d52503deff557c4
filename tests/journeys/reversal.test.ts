import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

test('I8: a manager takes back a part of a bill at the desk, and the guest reads it in his ledger', async () => {
  const scene = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=5')}`
  const [manager, diner] = await Promise.all([
    here.phones.to('sample-manager', { path: 'staff/desk/desk' }),
    here.phones.to('reversal-diner', { path: scene }),
  ])
  await diner.tap('join')
  await diner.sees('place', '5 号桌')
  await manager.sees('table-5', '1 位会员')
  await manager.tap('table-5')
  for (const key of ['2', '0', '0']) await manager.tap(`key-${key}`)
  await manager.sees('preview')
  await manager.tap('settle')
  await manager.sees('settled')
  await manager.tap('next-guest')

  await manager.tap('go-reverse')
  await manager.tap(manager.part('bill').first())
  await manager.type('reverse-amount', '50')
  await manager.tap('chip-菜品退换')
  await manager.sees('reversal-preview', '这一单还剩 ¥150')
  await manager.tap('confirm-reversal')
  await manager.sees('reversed', '已退单')

  await diner.openTab('明细')
  await diner.sees('ledger-line', '退单 ¥50')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '退单' }))
  await diner.sees('line-detail', '菜品退换')
})
