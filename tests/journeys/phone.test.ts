import { phoneNumberOf } from '../../local/cloud/wechat/phone-codes'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const here = journey({ open: openHouseHere })

const DINER = 'phone-diner'
const NUMBER = phoneNumberOf(DINER)
const MASKED = NUMBER.replace(/^(\d{3})\d{4}/, '$1****')

test('SEC-01: a diner gives his number, the cashier finds him by it and sees it masked; deleted, nobody does', async () => {
  const diner = await here.phones.to(DINER)
  await diner.tap('join')
  await diner.sees('balance', '100')
  await diner.tap('profile')
  await diner.tap('phone')
  await diner.tap('give-phone')
  await diner.confirm()
  await diner.sees('phone', MASKED)

  const cashier = await here.phones.to('sample-cashier', { path: 'staff/desk/desk' })
  await cashier.type('phone-input', NUMBER)
  await cashier.tap('find-phone')
  await cashier.sees('guest', MASKED)
  await cashier.tap('leave-guest')

  await diner.tap('phone')
  await diner.tap('forget-phone')
  await diner.confirm()
  await diner.sees('phone', '选填')
  await cashier.type('phone-input', NUMBER)
  await cashier.tap('find-phone')
  await cashier.sees('find-trouble', '没有')
})
