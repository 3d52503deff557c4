import type { OwnPhone, Phones } from '../phones/hand-out-phones'
import { keep } from './keep-screen'

/** The team and the programme. */
export async function manage(manager: OwnPhone): Promise<void> {
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

/** What a manager puts right: a bill taken back, points beyond the cap, points by hand. */
export async function putRight(phones: Phones): Promise<void> {
  const desk = await phones.to('sample-manager', { path: 'staff/desk/desk' })
  await desk.tap('table-6')
  await desk.type('amount', '2500')
  await desk.sees('preview')
  await desk.tap('settle')
  await desk.sees('settled')
  await desk.tap('next-guest')
  await desk.tap('go-reverse')
  await desk.tap(desk.part('bill').last())
  await desk.type('reverse-amount', '50')
  await desk.tap('chip-菜品退换')
  await desk.sees('reversal-preview')
  await keep(desk.page, 'reverse')

  const reviews = await phones.to('sample-manager', { path: 'staff/reviews/reviews' })
  await reviews.sees('waiting-review')
  await keep(reviews.page, 'reviews')
  await reviews.tap('open-adjust')
  await scan(reviews, phones)
  await reviews.sees('member')
  await reviews.type('adjust-points', '120')
  await reviews.type('adjust-note', '小票漏记')
  await keep(reviews.page, 'adjust')
}

/** Somebody is put on the blacklist, as the manager, he himself and the desk see it. */
export async function bar(phones: Phones): Promise<void> {
  const manager = await phones.to('sample-manager', { path: 'staff/blacklist/blacklist' })
  await manager.tap('act')
  await scan(manager, phones)
  await manager.tap('chip-FALSE_BILLS')
  await manager.type('bar-note', '同一桌一天开了五张单')
  await keep(manager.page, 'bar')
  await manager.tap('bar')
  await manager.sees('barred')
  await manager.page.locator('.ph-toast').first().waitFor({ state: 'hidden' })
  await keep(manager.page, 'blacklist')
  const diner = await phones.to('sample-zhou')
  await diner.sees('barred')
  await keep(diner.page, 'home-barred')
  const desk = await phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await desk.tap('table-6')
  await desk.type('amount', '100')
  await desk.sees('settle-trouble')
  await keep(desk.page, 'settle-barred')
}

/** The diner holds up his member code, a new one each time: a code is taken once. */
async function scan(manager: OwnPhone, phones: Phones): Promise<void> {
  const diner = await phones.to('sample-zhou', { path: 'pages/code/code' })
  await diner.sees('seconds')
  await manager.tap('scan')
  await manager.pasteCode(await diner.showsCode())
}
