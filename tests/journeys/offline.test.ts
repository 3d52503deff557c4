import type { Route } from 'playwright-core'
import { journey } from './journey'
import { House } from './run-house'

const here = journey({ open: House.open, losesConnection: true })

const asks = (route: Route, procedure: string) =>
  (route.request().postDataJSON() as { data: { procedure?: string } }).data.procedure === procedure

test('without the cloud a known card stays and says so, other pages offer to try again, and then go on', async () => {
  const diner = await here.phones.to('sample-zhou')
  await diner.sees('balance')
  const known = await diner.reads('balance')
  await here.house.kill()
  await diner.openTab('商城')
  await diner.sees('error', '没能加载出来')
  await diner.openTab('首页')
  await diner.sees('notice', '没有网络')
  await diner.sees('balance', known)
  await diner.openTab('明细')
  await diner.sees('error', '没能加载出来')
  await here.house.start()
  await diner.tap('retry')
  await diner.sees('ledger-balance')
  await diner.openTab('商城')
  await diner.sees('mall')
})

test('a slow answer is announced, and then comes', async () => {
  const diner = await here.phones.to('sample-zhou')
  await diner.sees('balance')
  let answer: (() => void) | undefined
  const announced = new Promise<void>((resolve) => {
    answer = resolve
  })
  await diner.page.route('**/wx/call', async (route) => {
    if (asks(route, 'list')) await announced
    await route.continue()
  })
  await diner.openTab('商城')
  await diner.sees('slow', '网络有点慢')
  answer?.()
  await diner.sees('mall')
})

test('I5: a bill whose reply was lost again and again is settled once', async () => {
  const path = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=8')}`
  const [diner, cashier] = await Promise.all([
    here.phones.to('offline-diner', { path }),
    here.phones.to('sample-cashier', { path: 'staff/desk/desk' }),
  ])
  await diner.tap('join')
  await diner.sees('place')
  await cashier.tap('table-8')
  await cashier.type('amount', '88')
  await cashier.sees('preview', '+188 积分')
  let lost = 0
  await cashier.page.route('**/wx/call', async (route) => {
    if (!asks(route, 'settleBill') || lost === 3) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await cashier.tap('settle')
  await cashier.sees('settle-trouble', '再试一次不会重复入账')
  await diner.sees('balance', '288')
  await cashier.tap('settle')
  await cashier.sees('settled-balance', '288')
  await diner.openTab('明细')
  await diner.sees('ledger-balance', '288')
  expect(await diner.readsAll('ledger-line')).toHaveLength(2)
})

test('a claim whose reply was lost issues one code', async () => {
  const diner = await here.phones.to('offline-claimer')
  await diner.tap('join')
  await diner.sees('balance', '100')
  let lost = 0
  await diner.page.route('**/wx/call', async (route) => {
    if (!asks(route, 'claim') || lost === 3) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await diner.openTab('商城')
  await diner.tap('offer-side-dish')
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  await diner.sees('claim-words', '网络断开了')
  await diner.tap('confirm-claim')
  await diner.sees('redemption')
  await diner.goBack()
  await diner.sees('mall-balance', '50')
  await diner.tap('my-codes')
  expect(await diner.readsAll('my-code')).toHaveLength(1)
})
