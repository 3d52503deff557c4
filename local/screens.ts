import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { buildAll } from './build/build-all'
import { shrinkPng } from './build/shrink-png'
import { openHouse } from './open-house'
import { type OwnPhone, Phones } from './phones/hand-out-phones'
import { sampleDiners } from './restaurant/sample'

const folder = resolve(__dirname, '../docs/screens')

/** What moves on a page has come to rest after this long. */
const REST_MS = 900

const scene = (text: string) => ({ path: `pages/home/home?scene=${encodeURIComponent(text)}` })

async function keep(page: Page, name: string, rest = REST_MS): Promise<void> {
  await sleep(rest)
  writeFileSync(join(folder, `${name}.png`), shrinkPng(await page.screenshot()))
  console.log(name)
}

/** `npm run screens`: every page of the product with the sample restaurant, into docs/screens. */
async function main() {
  if (!process.argv.includes('--built')) console.log(await buildAll())
  mkdirSync(folder, { recursive: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-screens-'))
  const { cloud } = await openHouse({ dataDir, diners: sampleDiners })
  const phones = await Phones.of(cloud.url)
  const stranger = await phones.to('screens-stranger', scene('b=jingan&t=3'))
  await stranger.sees('place')
  await keep(stranger.page, 'welcome')

  const diner = await phones.to('sample-lin', scene('b=jingan&t=5'))
  await diner.sees('place')
  await keep(diner.page, 'home')
  const cashier = await phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await dine(diner, cashier)
  await claimAndRedeem(diner, cashier)
  await lookAround(diner)
  await engage(diner)
  await manage(await phones.to('sample-manager', { path: 'staff/team/team' }))
  await showConsole(phones)

  const errors = phones.takeErrors()
  await phones.close()
  await cloud.close()
  rmSync(dataDir, { recursive: true })
  if (errors.length > 0) throw new Error(errors.join('\n'))
}

async function dine(diner: OwnPhone, cashier: OwnPhone): Promise<void> {
  await cashier.sees('table-5', '1 位会员')
  await keep(cashier.page, 'desk')
  await cashier.tap('table-5')
  for (const key of ['2', '6', '8']) await cashier.tap(`key-${key}`)
  await cashier.sees('preview')
  await keep(cashier.page, 'settle')
  const arrival = diner.sees('arrival-points').then(() => keep(diner.page, 'home-arrival'))
  await cashier.tap('settle')
  await cashier.sees('settled')
  await Promise.all([keep(cashier.page, 'settled'), arrival])
  await diner.seesNo('arrival')
}

async function claimAndRedeem(diner: OwnPhone, cashier: OwnPhone): Promise<void> {
  await diner.openTab('商城')
  await diner.sees('mall')
  await keep(diner.page, 'mall')
  await claim(diner, 'side-dish')
  await diner.goBack()
  await diner.tap('offer-signature-dish')
  await diner.sees('offer')
  await keep(diner.page, 'offer')
  await claim(diner)
  await keep(diner.page, 'redemption')
  await cashier.tap('go-redeem')
  await cashier.type('code-input', await diner.reads('code-text'))
  await cashier.tap('inspect')
  await cashier.sees('found-code')
  await keep(cashier.page, 'redeem')
  await cashier.tap('confirm-redeem')
  await diner.sees('stamp')
  await diner.seesNo('arrival')
  await keep(diner.page, 'redeemed')
  await diner.goBack()
  await diner.tap('my-codes')
  await diner.sees('my-code')
  await keep(diner.page, 'codes')
  await diner.goBack()
}

/** The reward's sheet is open already, or is opened by its tile. */
async function claim(diner: OwnPhone, reward?: string): Promise<void> {
  if (reward) await diner.tap(`offer-${reward}`)
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  await diner.sees('code-text')
}

async function lookAround(diner: OwnPhone): Promise<void> {
  await diner.openTab('明细')
  await diner.sees('ledger-line')
  await keep(diner.page, 'ledger')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '消费' }))
  await diner.sees('line-detail')
  await keep(diner.page, 'why')
  await diner.tap('close-sheet')
  await diner.openTab('首页')
  await diner.tap('member-code')
  await diner.sees('seconds')
  await keep(diner.page, 'code')
  await diner.goBack()
  await diner.tap('inbox-entry')
  await diner.sees('inbox')
  await keep(diner.page, 'inbox')
  await diner.goBack()
  await diner.tap('profile')
  await diner.sees('profile-page')
  await keep(diner.page, 'profile')
}

async function engage(diner: OwnPhone): Promise<void> {
  await diner.goBack()
  await diner.tap('check-in')
  await diner.sees('streak')
  await keep(diner.page, 'check-in')
  await diner.tap('check-in-today')
  await diner.sees('arrival-points')
  await diner.seesNo('arrival')
  await keep(diner.page, 'checked-in')
  await diner.goBack()
  await diner.tap('campaigns')
  await diner.sees('campaigns')
  await keep(diner.page, 'campaigns')
  await diner.goBack()
  await diner.tap('calculator')
  await diner.sees('sum')
  await keep(diner.page, 'calculator')
}

async function manage(manager: OwnPhone): Promise<void> {
  await manager.tap('invite')
  await manager.type('invite-name', '小周')
  await manager.tap('create-invitation')
  await manager.sees('invitation-code')
  await keep(manager.page, 'invitation')
  await manager.tap('close-sheet')
  await manager.sees('open-invitation')
  await keep(manager.page, 'team')
  await manager.tap('open-program')
  await manager.sees('version')
  await manager.type('field-pointsPerYuan', '2')
  await manager.sees('standing', '建议看看')
  await keep(manager.page, 'program')
}

async function showConsole(phones: Phones): Promise<void> {
  const { page, diner, cashier } = await phones.sideBySide()
  // A table that is clicked before the phone has started is not heard.
  await diner.sees('welcome')
  await page.locator('[data-test="table-8"]').first().click()
  await diner.sees('place')
  await diner.tap('join')
  await diner.sees('balance')
  await cashier.tap('table-8')
  await cashier.type('amount', '168')
  await cashier.sees('preview')
  await diner.seesNo('arrival')
  await keep(page, 'console')
}

main().catch((error: Error) => {
  console.error(error)
  process.exit(1)
})
