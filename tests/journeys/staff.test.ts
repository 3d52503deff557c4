import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

test('SEC-03: a stranger is invited, settles a bill, is removed, and his next tap is refused', async () => {
  const scene = `pages/home/home?scene=${encodeURIComponent('b=xuhui&t=2')}`
  const [manager, stranger, diner] = await Promise.all([
    here.phones.to('sample-owner', { path: 'staff/team/team' }),
    here.phones.to('stranger', { path: 'staff/desk/desk' }),
    here.phones.to('staff-diner', { path: scene }),
  ])
  await diner.tap('join')
  await diner.sees('place', '徐汇店 · 2 号桌')

  await manager.tap('invite')
  await manager.type('invite-name', '小周')
  await manager.tap(manager.part('chip-xuhui').last())
  await manager.tap('create-invitation')
  const code = await manager.showsCode()

  await stranger.sees('gate', '员工入口')
  await stranger.tap('accept-invitation')
  await stranger.tap('scan-invitation')
  await stranger.pasteCode(code)
  await stranger.sees('accepted', '小周，欢迎上岗')
  await manager.sees('spent', '已接受')
  await manager.tap('close-sheet')
  await manager.sees('colleague', '小周')

  await stranger.tap('start-work')
  await stranger.sees('desk-branch', '徐汇店')
  await stranger.tap('table-2')
  await stranger.type('amount', '58')
  const arrival = diner.sees('arrival-points', '+158')
  await stranger.tap('settle')
  await stranger.sees('settled-balance', '258')
  await stranger.tap('next-guest')
  await arrival
  await stranger.tap('table-2')
  await stranger.type('amount', '12')
  await stranger.sees('preview', '+12 积分')

  await manager.tap(manager.part('colleague').filter({ hasText: '小周' }).locator('[data-test="revoke"]'))
  await manager.confirm()
  await manager.hears('已移除小周')
  await stranger.tap('settle')
  await stranger.sees('settle-trouble', '你没有这里的权限')
  await stranger.tap('leave-guest')
  await stranger.sees('gate', '员工入口')
  await diner.sees('balance', '258')
})

test('a cashier has no way to the manager’s page', async () => {
  const clerk = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await clerk.sees('go-redeem')
  expect(await clerk.part('go-team').count()).toBe(0)
  const direct = await here.phones.to('sample-cashier', { path: 'staff/team/team' })
  await direct.sees('gate')
  expect(await direct.part('invite').count()).toBe(0)
})
