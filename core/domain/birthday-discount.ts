import type { BusinessDay, Program } from '../contract'
import type { Account } from './account'
import { addDays, nextYearly } from './calendar'

/** What a price for his birthday depends on. */
export interface Celebrant {
  /** `MM-DD`, if he told us. It never changes. C-19. */
  birthday: string | null
  /** The day he told it; missing where that is not known, and he counts as having told it when he joined. */
  birthdaySince?: BusinessDay | undefined
  joinedOn: BusinessDay
}

/** A birthday is worth a discount once it has been told for so many days: nobody is born on the day he is hungry. C-19. */
const LOCK_DAYS = 30

/**
 * The next day on which one bill of his is paid at the price of his birthday (生日折扣): `today` itself while he has not
 * had it. Null where there is none, or he has told no birthday. BDAY-01, C-19, C-52.
 */
export function nextBirthdayDiscount(
  { birthdayBill }: Account,
  { birthday, birthdaySince, joinedOn }: Celebrant,
  today: BusinessDay,
  { birthdayDiscount }: Program,
): BusinessDay | null {
  if (birthdayDiscount === null || birthday === null) return null
  const next = nextYearly(today, birthday)
  const locked = addDays(birthdaySince ?? joinedOn, LOCK_DAYS)
  if (next < locked) return nextYearly(locked, birthday)
  return birthdayBill?.on === next ? nextYearly(addDays(next, 1), birthday) : next
}

/** What he is told of it; null where there is none. */
export function birthdayPrice(account: Account, guest: Celebrant, today: BusinessDay, program: Program) {
  if (program.birthdayDiscount === null) return null
  const next = nextBirthdayDiscount(account, guest, today, program)
  return { payBp: program.birthdayDiscount.payBp, next, isToday: next === today }
}
