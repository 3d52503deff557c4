import type { OwnPhone } from '../phones/hand-out-phones'
import { keep } from './keep-screen'

/** A bill at the desk, and what the diner sees of it. */
export async function dine(diner: OwnPhone, cashier: OwnPhone): Promise<void> {
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

/** A reward claimed and handed out; another claimed and made void. */
export async function claimAndRedeem(diner: OwnPhone, cashier: OwnPhone): Promise<void> {
  await diner.openTab('商城')
  await diner.sees('mall')
  await keep(diner.page, 'mall')
  await claim(diner, 'side-dish')
  const sideDish = await diner.reads('code-text')
  await diner.goBack()
  await diner.tap('offer-signature-dish')
  await diner.sees('offer')
  await keep(diner.page, 'offer')
  await claim(diner)
  await keep(diner.page, 'redemption')
  await cashier.tap('go-redeem')
  await find(cashier, await diner.reads('code-text'))
  await keep(cashier.page, 'redeem')
  await cashier.tap('confirm-redeem')
  await diner.sees('spent')
  await diner.seesNo('arrival')
  await keep(diner.page, 'redeemed')
  await diner.goBack()
  await diner.tap('my-codes')
  await diner.sees('my-code')
  await keep(diner.page, 'codes')
  await diner.goBack()
  await cashier.tap('next-code')
  await find(cashier, sideDish)
  await cashier.tap('void-code')
  await cashier.tap('chip-今天卖完了')
  await cashier.tap('ask-void')
  await cashier.sees('void-sure')
  await keep(cashier.page, 'void')
}

async function find(cashier: OwnPhone, code: string): Promise<void> {
  await cashier.type('code-input', code)
  await cashier.tap('inspect')
  await cashier.sees('found-code')
}

/** The reward's sheet is open already, or is opened by its tile. */
async function claim(diner: OwnPhone, reward?: string): Promise<void> {
  if (reward) await diner.tap(`offer-${reward}`)
  await diner.tap('claim')
  await diner.tap('confirm-claim')
  await diner.sees('code-text')
}
