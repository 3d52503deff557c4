import { businessDayOf } from '../../core/domain/calendar'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

const ask = (method: string, path: string, body: object) =>
  fetch(`${here.house.url}${path}`, { method, body: JSON.stringify(body) })
const tick = () => ask('POST', '/local/timers/jobs', { audit: 'later' })
const moveTo = (instant: Date) => ask('PUT', '/local/clock', { now: instant.toISOString() })
const sent = async () =>
  (await (await fetch(`${here.house.url}/local/messages`)).json()) as {
    touser: string
    page: string
    data: Record<string, { value: string }>
  }[]

/** Eleven months on, seventeen days before his points expire, at noon in Shanghai. */
function almostAYearOn(): Date {
  const today = businessDayOf(new Date())
  const noon = new Date(`${today}T12:00:00+08:00`)
  noon.setUTCFullYear(noon.getUTCFullYear() + 1)
  return new Date(noon.getTime() - 6 * 24 * 3_600_000)
}

test('REM-02, EXP-04: he allows a message, a year passes, and WeChat tells him what he is about to lose, once', async () => {
  const diner = await here.phones.to('reminders-diner', { path: 'pages/home/home' })
  await diner.tap('join')
  await diner.sees('balance', '100')
  await diner.sees('unread-count', '2')
  await diner.tap('inbox-entry')
  await diner.sees('letter', '积分到账 +100')
  await diner.sees('letter', '可以兑换现制饮品一杯了')
  await diner.sees('unread')
  await diner.sees('consent-left', '快到期时')
  await diner.tap('allow')
  await diner.decline()
  await diner.sees('consent-words', '没有允许，就不会发消息')
  await diner.tap('allow')
  await diner.confirm()
  await diner.sees('consent-left', '还会告诉你 3 次')
  await diner.goBack()
  await diner.seesNo('unread-count')

  await tick()
  await moveTo(almostAYearOn())
  await tick()
  await tick()
  const expiring = (await sent()).filter(({ page }) => page === 'pages/mall/mall')
  expect(expiring).toMatchObject([
    { touser: 'reminders-diner', data: { number1: { value: '100' }, thing3: { value: '点开看看能换什么' } } },
  ])

  const { page: console_ } = await here.phones.sideBySide()
  await console_.getByRole('tab', { name: '微信消息' }).click()
  await console_.locator('li.message').filter({ hasText: '点开看看能换什么' }).waitFor()

  const again = await here.phones.to('reminders-diner', { path: 'pages/home/home' })
  await again.sees('unread-count', '1')
  await again.tap('inbox-entry')
  await again.sees('letter', '100 积分将于')
  await again.tap(again.part('letter').filter({ hasText: '将于' }))
  await again.sees('mall')
})
