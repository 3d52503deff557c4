import type { BusinessDay, Fen, Program, Tier } from '../contract'
import type { Account } from './account'
import { divideFloor, FULL_BP, fen } from './amounts'
import { birthdayPrice, type Celebrant } from './birthday-discount'
import { tierOf } from './tier'

/**
 * What is paid of a bill at a discount, rounded down to the fen, in favour of the guest: 九折 of 99.99
 * yuan are 89.99. The first step of the bill's pipeline, and the only place that rounds it. C-51, WAL-02.
 */
export const payAt = (listed: Fen, { payBp }: Pick<Tier, 'payBp'>): Fen =>
  fen(divideFloor(listed * payBp, FULL_BP))

/**
 * What our desk takes off a bill of a day: what his tier gives, or his birthday where that is better, never both.
 * Nothing where the till does it. C-51, BDAY-01.
 */
export function discountOn(account: Account, guest: Celebrant, day: BusinessDay, program: Program) {
  const { name: tierName, payBp } = tierOf(account, program)
  if (program.discountAt === 'till') return { tierName, payBp: FULL_BP }
  const price = birthdayPrice(account, guest, day, program)
  return price?.isToday && price.payBp < payBp
    ? { reason: 'birthday' as const, tierName, payBp: price.payBp }
    : { tierName, payBp }
}
