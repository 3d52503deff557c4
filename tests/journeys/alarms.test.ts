import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

/** What 夜间任务 of the console does. */
const audit = () =>
  fetch(`${here.house.url}/local/timers/jobs`, { method: 'POST', body: JSON.stringify({ audit: 'again' }) })

test('OPS-02: the manager sees that the books are right, then that they are not, and puts them right', async () => {
  const diner = await here.phones.to('alarms-diner', { path: 'pages/home/home' })
  await diner.tap('join')
  await diner.sees('balance', '100')
  await audit()

  const manager = await here.phones.to('sample-manager', { path: 'staff/team/team' })
  await manager.sees('open-alarms', '没有待处理的事')
  await manager.tap('open-alarms')
  await manager.sees('empty', '账目一切正常')
  await manager.sees('empty', '昨夜核对 1 位会员')
  await manager.goBack()

  const _ = here.house.db.command
  await here.house.db
    .collection('members')
    .where({ _id: _.exists(true) })
    .update({ 'account.lots': _.set([{ expiresOn: '2099-01-01', left: 700 }]) })
  await audit()
  await manager.tap('open-alarms')
  await manager.sees('alarm', '按明细应有 100 积分，账户里是 700')
  await manager.sees('change', '700 → 100')
  await manager.tap('acknowledge')
  await manager.sees('seen-alarm', '王店长已看过')
  await manager.tap('approve')
  await manager.confirm()
  await manager.hears('已更正')
  await manager.seesNo('proposal')
  await audit()
  await manager.goBack()
  await manager.sees('open-alarms', '没有待处理的事')

  await diner.openTab('明细')
  await diner.sees('ledger-line', '账目更正')
  await diner.tap(diner.part('ledger-line').first())
  await diner.sees('line-detail', '按明细更正')
  await diner.sees('line-detail', '显示 700 积分')
  await diner.sees('line-detail', '王店长')
})
