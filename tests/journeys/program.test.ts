import { journey } from './journey'
import { openHouseHere } from './open-house-here'
import { publish } from './publish'

const here = journey({ open: openHouseHere })

const page = { path: 'staff/program/program' }

/** An instance of a function keeps a programme for a minute; that of the cashier starts after it was published. */
test('EARN-20: a manager changes a multiplier, and the next bill is explained by the new version', async () => {
  const manager = await here.phones.to('sample-manager', { path: 'staff/team/team' })
  await manager.tap('open-program')
  await manager.sees('version', '正在生效')

  await manager.type('field-mostTimes', '9')
  await manager.sees('remark-MULTIPLIERS_HIGH', '建议上限 ×4')
  await manager.tap('standing')
  await manager.tap(manager.part('remark-MULTIPLIERS_HIGH').last())
  await manager.type('field-mostTimes', '4')
  await manager.seesNo('remark-MULTIPLIERS_HIGH')
  await manager.type('field-tiers.0.times', '1,5')
  await manager.sees('fault-tiers.0.times', '请填倍数')
  await manager.type('field-tiers.0.times', '1.5')

  await manager.tap('try')
  await manager.sees('try-sum', '银卡会员 ×1.5')
  await manager.tap(manager.part('close-sheet'))
  await manager.seesNo('try-sum')
  await manager.tap('publish')
  await manager.hears('先存草稿')
  await publish(manager, '等级加成「银卡会员」')
  await manager.sees('version', '王店长')

  const scene = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=2')}`
  const diner = await here.phones.to('program-diner', { path: scene })
  await diner.tap('join')
  await diner.sees('place', '2 号桌')
  const cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await cashier.tap('table-2')
  await cashier.type('amount', '100')
  await cashier.sees('preview', '银卡会员 ×1.5')
  await cashier.tap('settle')
  await cashier.sees('settled')

  await diner.openTab('明细')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '消费' }))
  await diner.sees('line-detail', '银卡会员 ×1.5')
  await diner.sees('line-detail', /from-\d{4}-\d\d-\d\d/)
})

test('two managers write at once: the second is told, and reads what the first has written', async () => {
  const [one, other] = await Promise.all([
    here.phones.to('sample-manager', page),
    here.phones.to('sample-owner', page),
  ])
  await Promise.all([one.sees('version'), other.sees('version')])
  await one.type('field-registration', '80')
  await one.tap('save-draft')
  await one.sees('draft', '刚刚存好')
  await other.type('field-registration', '90')
  await other.tap('save-draft')
  await other.confirm()
  await other.sees('draft', '王店长')
  expect(await other.part('field-registration').locator('input').inputValue()).toBe('80')
})

test('SEC-03: a clerk stands before the gate', async () => {
  const clerk = await here.phones.to('sample-cashier', page)
  await clerk.sees('gate', '员工入口')
  expect(await clerk.part('publish').count()).toBe(0)
})
