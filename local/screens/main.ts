import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../build/build-all'
import { openHouse } from '../open-house'
import { Phones } from '../phones/hand-out-phones'
import { sampleDiners } from '../restaurant/sample'
import { engage, lookAround } from './diner'
import { folder, keep } from './keep-screen'
import { claimAndRedeem, dine } from './meal'
import { bar, manage, putRight } from './staff'

const scene = (text: string) => ({ path: `pages/home/home?scene=${encodeURIComponent(text)}` })

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
  const guest = await phones.to('sample-zhou', scene('b=jingan&t=6'))
  await guest.sees('place')
  await putRight(phones)
  await bar(phones)
  await showConsole(phones)

  const errors = phones.takeErrors()
  await phones.close()
  await cloud.close()
  rmSync(dataDir, { recursive: true })
  if (errors.length > 0) throw new Error(errors.join('\n'))
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
