import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

const seated = { path: `pages/home/home?scene=${encodeURIComponent('b=jingan&t=2')}` }

test('CAP-01, CAP-02: what a banquet earns beyond the cap waits, a manager lets it come, and the diner reads why', async () => {
  const diner = await here.phones.to('banquet-diner', seated)
  await diner.tap('join')
  await diner.sees('place', '2 号桌')
  const cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await cashier.tap('table-2')
  await cashier.type('amount', '2500')
  await cashier.sees('preview', '每日上限 2,000')
  await cashier.tap('settle')
  // 100 for joining, 2,000 of the bill, and 100 for becoming gold.
  await cashier.sees('settled-balance', '2,200')

  const manager = await here.phones.to('sample-manager', { path: 'staff/team/team' })
  await manager.sees('reviews', '1 笔')
  await manager.tap('open-reviews')
  await manager.sees('waiting-review', '消费 2500 元')
  await manager.tap('say-yes')
  await manager.tap('decide')
  await manager.sees('decide-trouble', '写一句理由')
  await manager.tap('usual-0')
  await manager.tap('decide')
  await manager.sees('empty', '没有等着确认的积分')

  await diner.openTab('明细')
  await diner.sees('ledger-line', '待生效积分到账')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '待生效' }).last())
  await diner.sees('line-detail', '等待门店确认')
})

test('SEC-03: a manager gives points by hand up to his limit; beyond it the owner approves', async () => {
  const diner = await here.phones.to('adjusted-diner', seated)
  await diner.tap('join')
  await diner.sees('place', '2 号桌')
  await diner.openTab('明细')
  await diner.sees('ledger-line', '入会礼')
  const [{ _id }] = (await here.house.db
    .collection('members')
    .where({ 'account.bills': here.house.db.command.eq(0) })
    .limit(1)
    .get()
    .then(({ data }) => data)) as [{ _id: string }]

  const manager = await here.phones.to('sample-manager', { path: 'staff/adjust/adjust' })
  await manager.type('find-input', _id)
  await manager.tap('find')
  await manager.sees('member-balance', '100')
  await manager.type('adjust-points', '501')
  await manager.tap('adjust')
  await manager.sees('adjust-trouble', '写一句说明')
  await manager.type('adjust-note', '小票漏记')
  await manager.tap('adjust')
  await manager.sees('adjusted', '已提交 +501')
  await manager.sees('member-balance', '100')

  const owner = await here.phones.to('sample-owner', { path: 'staff/reviews/reviews' })
  await owner.sees('waiting-adjustment', '补记消费：小票漏记')
  await owner.tap('say-yes')
  await owner.tap('decide')
  await owner.sees('empty')
  const again = await here.phones.to('adjusted-diner', { path: 'pages/ledger/ledger' })
  await again.sees('ledger-line', '补记消费：小票漏记')
})
