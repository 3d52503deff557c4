import { setClock } from '../../local/phones/ask-house'
import type { Phone } from '../../local/phones/hold-phone'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const DAY_MS = 86_400_000
/** Noon in Shanghai of a day that is no member day, and the days after it. */
const NOON = Date.parse('2027-03-01T12:00:00+08:00')
const at = (day: number) => new Date(NOON + day * DAY_MS)

const here = journey({ open: openHouseHere, keepsPhones: true })
beforeAll(async () => {
  await setClock(here.house.url, at(0))
})

let diner: Phone

const page = (path: string) => ({ path: `member/${path}` })

/** The mini-program is opened anew, on another day. */
async function comeBack(day: number, path = 'check-in/check-in'): Promise<void> {
  await here.phones.collect()
  await setClock(here.house.url, at(day))
  diner = await here.phones.to('daily-diner', page(path))
}

test('who has not joined is asked to; home leads to the check-in, and says what today gives', async () => {
  diner = await here.phones.to('daily-diner', page('check-in/check-in'))
  await diner.sees('gate')
  await diner.tap('gate-home')
  await diner.tap('join')
  await diner.sees('balance', '100')
  await diner.seesNo('arrival')
  await diner.sees('check-in', '+2 积分')
  await diner.tap('check-in')
  await diner.sees('streak', '0')
  await diner.sees('newcomer', '你是新会员')
})

test('ENG-01, I11: one tap checks in, and the second says that it is done', async () => {
  await diner.tap('check-in-today')
  await diner.sees('arrival-points', '+2')
  await diner.sees('streak', '1')
  await diner.seesNo('arrival')
  await diner.tap('check-in-today')
  await diner.sees('check-in-words', '今天已经签过到了')
  await diner.goBack()
  await diner.sees('check-in', '已连签 1 天')
  await diner.sees('balance', '102')
})

test('ENG-02, C-03: on the seventh day in a row the milestone and the task of newcomers are there, and the ledger says why', async () => {
  for (let day = 1; day <= 6; day++) {
    await comeBack(day)
    await diner.sees('streak', String(day))
    await diner.tap('check-in-today')
    await diner.sees('arrival-points', day < 6 ? '+2' : '+132')
    await diner.sees('streak', String(day + 1))
  }
  await diner.seesNo('arrival')
  await here.phones.collect()
  diner = await here.phones.to('daily-diner', { path: 'pages/ledger/ledger' })
  await diner.sees('ledger-balance', '244')
  await diner.sees('ledger-line', '新会员连续签到 7 天')
  await diner.sees('ledger-line', '签到 · 连续 7 天')
})

test('a day that is left out begins the row anew, and a clock moved back gives nothing twice', async () => {
  await comeBack(8)
  await diner.sees('streak', '0')
  await diner.tap('check-in-today')
  await diner.sees('streak', '1')
  await comeBack(7)
  await diner.tap('check-in-today')
  await diner.sees('check-in-words', '今天已经签过到了')
})

test('CAMP-02, CAMP-03, PAGE-04: the campaign centre says what is on and what comes, in words of the programme', async () => {
  await comeBack(8, 'campaigns/campaigns')
  await diner.sees('none-today')
  await diner.sees('coming', '会员日')
  await diner.sees('coming', '3月18日 周四')
  expect((await diner.readsAll('way')).length).toBe(3)
  await diner.tap('more-ways')
  await diner.sees('way', '完善资料')
  await comeBack(17, 'campaigns/campaigns')
  await diner.sees('on-today', '会员日')
  await diner.sees('on-today', '今天')
})

test('UX-02: the calculator works a bill out as it would be settled, and says what it brings within reach', async () => {
  await comeBack(18, 'calculator/calculator')
  await diner.sees('sum', '首单礼')
  await diner.part('bill').locator('input').fill('58')
  await diner.sees('sum', '消费 ¥58')
  await diner.sees('reach', '招牌菜')
  await diner.part('bill').locator('input').fill('58元八')
  await diner.sees('fault', '只能输入数字')
})
