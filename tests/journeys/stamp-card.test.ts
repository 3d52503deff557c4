import type { Phone } from '../../local/phones/hold-phone'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'
import { publish } from './publish'

const here = journey({ open: openHouseHere, keepsPhones: true })

let diner: Phone
let cashier: Phone

async function settle(yuan: string, told: string | null): Promise<void> {
  await cashier.tap('table-2')
  await cashier.type('amount', yuan)
  await cashier.sees('preview', told ?? '积分')
  if (told === null) await cashier.seesNo('preview-stamp')
  await cashier.tap('settle')
  await cashier.sees('settled')
  if (told !== null) await cashier.sees('settled-stamp', told)
  await cashier.tap('next-guest')
}

/** An instance of a function keeps a programme for a minute: those of diner and cashier start after it was published. */
test('CAMP-09: a manager lays a card on, and is told when it gives more than one of ten', async () => {
  const manager = await here.phones.to('sample-manager', { path: 'staff/program/program' })
  await manager.tap(manager.part('choice-stampCard').locator('[data-test="chip-on"]'))
  await manager.type('field-cardStamps', '3')
  await manager.tap(manager.part('choice-cardReward').locator('[data-test="chip-drink"]'))
  await manager.sees('remark-CARD_GENEROUS', '值到消费的 17%')
  await manager.type('field-cardFrom', '50')
  await manager.seesNo('remark-CARD_GENEROUS')
  await publish(manager, '集杯卡')
})

test('CAMP-09: bills of enough fill the card, beside their points, and the cashier says so', async () => {
  const scene = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=2')}`
  diner = await here.phones.to('stamp-diner', { path: scene })
  await diner.tap('join')
  await diner.sees('place', '2 号桌')
  await diner.sees('stamps-missing', '还差 3 枚')
  cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await settle('49.99', null)
  await settle('50', '集杯 +1，还差 2 枚')
  await settle('80', '集杯 +1，还差 1 枚')
  await diner.sees('stamps-missing', '还差 1 枚')
  await settle('50', '集杯 +1，集满了')
  await diner.sees('stamps-missing', '集满了')
  await diner.seesNo('arrival')
})

test('CAMP-09: one tap claims the full card, costs no point, and the cashier redeems its code', async () => {
  const before = await diner.reads('balance')
  await diner.tap('claim-card')
  const code = await diner.reads('code-text')
  await diner.sees('redemption', '用 3 枚集杯 兑换')
  await cashier.tap('go-redeem')
  await cashier.type('code-input', code)
  await cashier.tap('inspect')
  await cashier.sees('verdict', '可以核销')
  await cashier.tap('confirm-redeem')
  await cashier.sees('redeemed', '已核销')
  await diner.sees('spent', '已核销')
  await diner.seesNo('arrival')
  await diner.goBack()
  await diner.sees('stamps-missing', '还差 3 枚')
  expect(await diner.reads('balance')).toBe(before)
})

test('CAMP-09: the ledger names each stamp, and a bill that is taken back takes the one that was spent', async () => {
  await diner.openTab('明细')
  await diner.sees('ledger-line', '集杯 +1')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '兑换' }))
  await diner.sees('line-detail', '用了 3 枚集杯')
  await diner.tap('close-sheet')
  await diner.tap(diner.part('ledger-line').filter({ hasText: '¥80' }))
  await diner.sees('line-detail', '+1，这一单实付满 ¥50')
  await diner.tap('close-sheet')

  await here.phones.collect()
  cashier = await here.phones.to('sample-cashier', { path: 'staff/reverse/reverse' })
  await cashier.tap(cashier.part('bill').filter({ hasText: '¥80' }))
  await cashier.type('reverse-amount', '30')
  await cashier.sees('reversal-preview', '还剩 ¥50')
  expect(await cashier.reads('reversal-preview')).not.toContain('集杯')
  await cashier.type('reverse-amount', '30.01')
  await cashier.tap('chip-顾客退款')
  await cashier.sees('reversal-preview', '集杯 −1')
  await cashier.tap('confirm-reversal')
  await cashier.sees('reversed', '集杯 −1')
  diner = await here.phones.to('stamp-diner', { path: 'pages/home/home' })
  await diner.sees('stamps-missing', '还差 4 枚')
  await diner.sees('stamp-card', '先补上')
})
