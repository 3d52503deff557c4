import jsQR from 'jsqr'
import { runJobs, setClock } from '../../local/phones/ask-house'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

const DAY_MS = 24 * 3_600_000
const profile = 'member/profile/profile'
const referral = 'pages/referral/referral'

test('REF-04, PAGE-06: a friend is told who invites him, joins, dines; seven days later both have their points', async () => {
  const host = await here.phones.to('journey-host')
  await host.tap('join')
  await host.sees('balance', '100')
  const page = await here.phones.to('journey-host', { path: profile })
  await page.tap('referral-entry')
  await page.sees('referral-rules', '双方各得 100 积分')
  const code = (await page.part('referral-code').getAttribute('data-code')) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{8}$/)

  const guest = await here.phones.to('journey-guest', { path: `pages/home/home?r=${code.toLowerCase()}` })
  await guest.sees('invited', '邀请你入会')
  await guest.sees('invited', '首单后你和 TA 各得 100 积分，7 天后到账')
  await guest.tap('join')
  await guest.sees('balance', '100')
  const look = async () => here.phones.to('journey-host', { path: referral })
  await (await look()).sees('friend', '待首单')

  await guest.tap('member-code')
  const cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
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

  await setClock(here.house.url, new Date(Date.now() + 7 * DAY_MS))
  await runJobs(here.house.url)
  await (await look()).sees('friend', '已到账')
  await (await here.phones.to('journey-host')).sees('balance', '200')
  await (await here.phones.to('journey-guest')).sees('balance', '388')
})

/** The lower left of the poster, where its code is: a letter for each pixel, because a text travels fast. */
function lookAt(canvas: Element) {
  const poster = canvas as HTMLCanvasElement
  const [width, height] = [Math.floor(poster.width * 0.6), Math.floor(poster.height * 0.4)]
  const seen = poster.getContext('2d')?.getImageData(0, poster.height - height, width, height).data
  let dark = ''
  for (let at = 1; at < (seen?.length ?? 0); at += 4) dark += (seen?.[at] ?? 0) < 128 ? '#' : ' '
  return { dark, width, height }
}

/** What a camera reads there. */
function read({ dark, width, height }: ReturnType<typeof lookAt>): string | undefined {
  const pixels = new Uint8ClampedArray(dark.length * 4).fill(255)
  for (let at = 0; at < dark.length; at++) if (dark[at] === '#') pixels.fill(0, at * 4, at * 4 + 3)
  return jsQR(pixels, width, height)?.data
}

test('REF-04: a poster carries a code that a camera reads, and is saved to the album', async () => {
  const host = await here.phones.to('journey-painter')
  await host.tap('join')
  await host.tap('invite-friends')
  await host.sees('referral-code')
  const code = await host.part('referral-code').getAttribute('data-code')
  await host.tap('open-poster')
  await host.sees('poster-use', '保存后发给朋友')
  const seen = await host.part('poster').locator('canvas').evaluate(lookAt)
  expect(read(seen)).toBe(`weixin://wxacode/pages/home/home?scene=${encodeURIComponent(`r=${code}`)}`)
  await host.tap('save-poster')
  await host.hears('已保存到相册')
})

test('when WeChat draws no code the poster shows the letters, and says why', async () => {
  const host = await here.phones.to('journey-unlucky')
  await host.tap('join')
  await host.page.route('**/wx/call', async (route) => {
    const response = await route.fetch()
    const answered = await response.text()
    await route.fulfill({ response, body: answered.replace(/"data:image[^"]*"/, 'null') })
  })
  await host.tap('invite-friends')
  await host.tap('open-poster')
  await host.sees('poster-use', '没有给出小程序码')
  await host.tap('save-poster')
  await host.hears('已保存到相册')
})

test('who would rather come alone joins all the same, and nobody has brought him', async () => {
  const host = await here.phones.to('journey-other')
  await host.tap('join')
  await host.sees('balance', '100')
  const page = await here.phones.to('journey-other', { path: referral })
  await page.sees('referral-code')
  const code = await page.part('referral-code').getAttribute('data-code')
  const guest = await here.phones.to('journey-loner', {
    path: `pages/home/home?scene=${encodeURIComponent(`r=${code}`)}`,
  })
  await guest.tap('decline')
  await guest.sees('invited', '照样可以入会')
  await guest.tap('join')
  await guest.sees('balance', '100')
  await (await here.phones.to('journey-other', { path: referral })).sees('invited', '0')
})
