import { runJobs, setClock } from '../../local/phones/ask-house'
import { Phones } from '../../local/phones/hand-out-phones'
import { type HouseHere, openHouseHere } from './open-house-here'

let house: HouseHere
let phones: Phones
beforeAll(async () => {
  house = await openHouseHere()
  phones = await Phones.of(house.url)
})
afterAll(async () => {
  await phones.close()
  await house.close()
})
afterEach(() => {
  expect(phones.takeErrors()).toEqual([])
})

const DAY_MS = 24 * 3_600_000
const profile = 'member/profile/profile'
const referral = 'pages/referral/referral'

test('REF-04: a friend is told who invites him, joins, dines; seven days later both have their points', async () => {
  const host = await phones.to('journey-host')
  await host.tap('join')
  await host.sees('balance', '100')
  const page = await phones.to('journey-host', { path: profile })
  await page.tap('referral-entry')
  await page.sees('referral-rules', '双方各得 100 积分')
  const code = (await page.part('referral-code').getAttribute('data-code')) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{8}$/)

  const guest = await phones.to('journey-guest', { path: `pages/home/home?r=${code.toLowerCase()}` })
  await guest.sees('invited', '邀请你入会')
  await guest.sees('invited', '首单后你和 TA 各得 100 积分，7 天后到账')
  await guest.tap('join')
  await guest.sees('balance', '100')
  const look = async () => phones.to('journey-host', { path: referral })
  await (await look()).sees('friend', '待首单')

  await guest.tap('member-code')
  const cashier = await phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await cashier.tap('scan-member')
  await cashier.pasteCode(await guest.showsCode())
  await cashier.sees('guest', '第一次消费')
  for (const key of ['8', '8']) await cashier.tap(`key-${key}`)
  await cashier.tap('settle')
  await cashier.sees('settled-balance', '288')
  const waiting = await look()
  await waiting.sees('friend', '待生效')
  await waiting.sees('referral-earned', '100')
  await guest.goBack()
  await guest.sees('latest', '受邀有礼 待生效')

  await setClock(house.url, new Date(Date.now() + 7 * DAY_MS))
  await runJobs(house.url)
  await (await look()).sees('friend', '已到账')
  await (await phones.to('journey-host')).sees('balance', '200')
  await (await phones.to('journey-guest')).sees('balance', '388')
})

test('who would rather come alone joins all the same, and nobody has brought him', async () => {
  const host = await phones.to('journey-other')
  await host.tap('join')
  await host.sees('balance', '100')
  const page = await phones.to('journey-other', { path: referral })
  await page.sees('referral-code')
  const code = await page.part('referral-code').getAttribute('data-code')
  const guest = await phones.to('journey-loner', {
    path: `pages/home/home?scene=${encodeURIComponent(`r=${code}`)}`,
  })
  await guest.tap('decline')
  await guest.sees('invited', '照样可以入会')
  await guest.tap('join')
  await guest.sees('balance', '100')
  await (await phones.to('journey-other', { path: referral })).sees('invited', '0')
})
