import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

/** What 夜间任务 of the console does. */
const audit = () =>
  fetch(`${here.house.url}/local/timers/jobs`, { method: 'POST', body: JSON.stringify({ audit: 'again' }) })
const sent = async () =>
  (await (await fetch(`${here.house.url}/local/messages`)).json()) as {
    data: Record<string, { value: string }>
  }[]

test('OPS-01: the manager allows a message, something does not add up, and WeChat tells him, once', async () => {
  const diner = await here.phones.to('messages-diner', { path: 'pages/home/home' })
  await diner.tap('join')
  await diner.sees('balance', '100')

  const manager = await here.phones.to('sample-manager', { path: 'staff/alarms/alarms' })
  await manager.sees('messages-left', '微信提醒没有开')
  await manager.tap('notify')
  await manager.decline()
  await manager.sees('notify-words', '没有允许，就不会发消息')
  await manager.tap('notify')
  await manager.confirm()
  await manager.sees('messages-left', '还能收到 1 条')
  await manager.seesNo('notify-words')
  await manager.tap('notify')
  await manager.confirm()
  await manager.sees('messages-left', '还能收到 2 条')

  const _ = here.house.db.command
  await here.house.db
    .collection('members')
    .where({ _id: _.exists(true) })
    .update({ 'account.lots': _.set([{ expiresOn: '2099-01-01', left: 700 }]) })
  await audit()
  await audit()
  expect(await sent()).toMatchObject([
    { touser: 'sample-manager', data: { thing1: { value: '余额和明细对不上' } } },
  ])

  const { page: console_ } = await here.phones.sideBySide()
  await console_.getByRole('tab', { name: '微信消息' }).click()
  await console_.locator('li.message').filter({ hasText: '余额和明细对不上' }).waitFor()
  expect(await console_.locator('li.message').count()).toBe(1)

  const again = await here.phones.to('sample-manager', { path: 'staff/alarms/alarms' })
  await again.sees('alarm', '按明细应有 100 积分，账户里是 700')
  await again.sees('messages-left', '还能收到 1 条')
  await again.tap('open-health')
  await again.sees('house', '没有出错')
  await again.sees('procedure', '打开首页')
})
