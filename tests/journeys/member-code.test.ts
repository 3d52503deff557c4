import { setClock } from '../../local/phones/ask-house'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })
beforeAll(async () => {
  const diner = await here.phones.to('code-diner')
  await diner.tap('join')
  await diner.sees('balance', '100')
  await here.phones.collect()
})
afterEach(() => setClock(here.house.url, null))

const atTheCode = async () => {
  const diner = await here.phones.to('code-diner')
  await diner.page.clock.install()
  await diner.tap('member-code')
  await diner.sees('seconds')
  return diner
}
const atTheDesk = () => here.phones.to('sample-cashier', { path: 'staff/desk/desk' })

test('RED-13: a member code says how long it lives, and is another one before it ends', async () => {
  const diner = await atTheCode()
  const first = await diner.showsCode()
  const left = Number(await diner.reads('seconds'))
  expect(left).toBeGreaterThan(30)
  expect(left).toBeLessThanOrEqual(60)
  await diner.page.clock.runFor(20_000)
  await diner.sees('seconds', /^[1-4]\d$/)
  expect(await diner.showsCode()).toBe(first)
  await diner.page.clock.runFor(36_000)
  await diner.page.locator(`[data-test="qr"]:not([data-code="${first}"])`).waitFor()
  await diner.sees('seconds', /^[56]\d$/)
})

test('a member code is good for one use, and the second is told so', async () => {
  const [diner, cashier] = await Promise.all([atTheCode(), atTheDesk()])
  const code = await diner.showsCode()
  await cashier.tap('scan-member')
  await cashier.pasteCode(code)
  await cashier.sees('guest', '第一次消费')
  await cashier.tap('leave-guest')
  await cashier.tap('scan-member')
  await cashier.pasteCode(code)
  await cashier.sees('find-trouble', '已经用过')
})

test('a member code of two minutes ago is refused with words', async () => {
  const [diner, cashier] = await Promise.all([atTheCode(), atTheDesk()])
  const code = await diner.showsCode()
  await setClock(here.house.url, new Date(Date.now() + 120_000))
  await cashier.tap('scan-member')
  await cashier.pasteCode(code)
  await cashier.sees('find-trouble', '已经过期')
})
