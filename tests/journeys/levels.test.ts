import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

test('LVL-12: from his card to the ladder: where he stands, what the next tier takes and gives', async () => {
  const guest = await here.phones.to('levels-diner', { path: 'pages/levels/levels' })
  await guest.sees('gate', '一键入会')
  await guest.tap('gate-home')
  await guest.tap('join')
  await guest.sees('balance', '100')
  await guest.tap('levels')
  await guest.sees('tier-now', '银卡会员')
  await guest.sees('next-tier', '再消费 ¥1,000 升级金卡会员')
  await guest.sees('chosen', '入会就是这一级')
  await guest.tap('tier-gold')
  await guest.sees('chosen', '累计消费 ¥1,000')
  await guest.sees('chosen', '再消费 ¥1,000')
  await guest.sees('tier-gift', '送 100 积分')
  await guest.seesNo('keep')
  await guest.sees('tier-history', '入会以来一直是银卡会员')
})

test('LVL-11, DOWN-02: gold comes with its gift, the amount and the day that keep it, and a pause once a year', async () => {
  const scene = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=2')}`
  const guest = await here.phones.to('levels-diner', { path: scene })
  await guest.sees('place', '2 号桌')
  const cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await cashier.tap('table-2')
  await cashier.type('amount', '1000')
  await cashier.sees('preview', '升级为「金卡会员」')
  await cashier.tap('settle')
  await cashier.sees('settled')

  const page = await here.phones.to('levels-diner', { path: 'pages/levels/levels' })
  await page.sees('tier-now', '金卡会员')
  await page.sees('tier-gift', '已经送给你了')
  await page.sees('keep-words', '前再消费 ¥500，继续是金卡会员')
  await page.sees('tier-history', '升级为金卡会员')
  await page.tap('pause')
  await page.sees('pause-facts', '保级日延到')
  await page.tap('confirm-tier')
  await page.hears('已延到')
  await page.sees('tier-history', '保级暂停一期')
  await page.seesNo('pause')
})
