import { runJobs } from '../../local/phones/ask-house'
import type { Phones } from '../../local/phones/hand-out-phones'
import { journey } from './journey'
import { House } from './run-house'

const here = journey({ open: House.open, keepsPhones: true })
let table: Awaited<ReturnType<Phones['sideBySide']>>
beforeAll(async () => {
  table = await here.phones.sideBySide()
})

async function give(openid: string): Promise<void> {
  await table.page.locator('[data-test="person-diner"]').click()
  await table.page.locator(`.people [data-test="${openid}"]`).click()
}

test('the phone changes hands: each sees his own card', async () => {
  await give('sample-lin')
  await table.diner.sees('card', '林小满，欢迎回来')
  await table.diner.sees('tier', '金卡会员')
  await give('sample-chen')
  await table.diner.sees('card', '陈默，欢迎回来')
  await table.diner.sees('expiring', '积分将于')
  await give('newcomer-diner')
  await table.diner.sees('welcome')
})

test('EXP-01: a year later his points have expired, and home and ledger agree', async () => {
  await table.page.getByRole('button', { name: '+1 年' }).click()
  await give('sample-lin')
  await table.diner.sees('balance', /^0$/)
  await table.diner.openTab('明细')
  await table.diner.sees('ledger-balance', /^0$/)
  await table.diner.tap('chip-expire')
  await table.diner.sees('ledger-line', '积分到期')
})

test('EXP-03: the night job expires whoever did not come, and a second run finds nothing', async () => {
  await table.page.getByRole('button', { name: '夜间任务' }).click()
  await table.page.locator('.chip.done', { hasText: '夜间任务' }).waitFor()
  expect(await runJobs(here.house.url)).toMatchObject({ ok: true, time: 0 })
  await give('sample-chen')
  await table.diner.sees('balance', /^0$/)
  await table.diner.openTab('明细')
  await table.diner.sees('ledger-line', '积分到期')
  await table.diner.sees('ledger-balance', /^0$/)
})
