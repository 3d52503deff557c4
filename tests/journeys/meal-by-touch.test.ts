import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

test('a whole meal by touch: the member code is scanned, points arrive on it, a reward is claimed and used', async () => {
  const [diner, cashier] = await Promise.all([
    here.phones.to('touch-diner'),
    here.phones.to('sample-cashier', { path: 'staff/desk/desk' }),
  ])
  await diner.tap('join')
  await diner.sees('balance', '100')
  await diner.tap('member-code')
  await diner.sees('code')

  await cashier.tap('scan-member')
  await cashier.pasteCode(await diner.showsCode())
  await cashier.sees('guest', '第一次消费')
  for (const key of ['8', '6', 'dot', '5', '5', 'del']) await cashier.tap(`key-${key}`)
  await cashier.sees('preview', '+186 积分')
  await Promise.all([
    diner.sees('arrival-points', '+186'),
    cashier.tap('settle'),
    cashier.sees('settled-balance', '286'),
  ])

  await diner.goBack()
  await diner.sees('balance', '286')
  await diner.openTab('商城')
  await diner.tap('offer-side-dish')
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  const typed = (await diner.reads('code-text')).toLowerCase()

  await cashier.tap('go-redeem')
  await cashier.type('code-input', typed)
  await cashier.tap('inspect')
  await cashier.sees('verdict', '可以核销')
  await Promise.all([diner.sees('spent', '已核销'), cashier.tap('confirm-redeem')])
  await diner.sees('when', '静安店')
  await cashier.tap('next-code')
  await cashier.type('code-input', typed)
  await cashier.tap('inspect')
  await cashier.sees('reason', '在静安店由 小李 核销')
})

test('two guests at one table are told apart, and each gets his own points', async () => {
  const scene = `pages/home/home?scene=${encodeURIComponent('b=jingan&t=A1')}`
  const [one, other, cashier] = await Promise.all([
    here.phones.to('touch-one', { path: scene }),
    here.phones.to('touch-other', { path: scene }),
    here.phones.to('sample-cashier', { path: 'staff/desk/desk' }),
  ])
  for (const each of [one, other]) {
    await each.sees('place', 'A1 号桌')
    await each.tap('join')
    await each.sees('balance', '100')
  }
  await one.tap('member-code')
  const number = await one.reads('member-number')
  await one.goBack()
  await cashier.sees('table-A1', '2 位会员')
  await cashier.tap('table-A1')
  await cashier.tap(cashier.part('guest').filter({ hasText: `会员 ${number.slice(-4)}` }))
  await cashier.type('amount', '30')
  await Promise.all([one.sees('balance', '230'), cashier.tap('settle')])
  await other.sees('balance', '100')
})
