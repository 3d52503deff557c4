import type { AccountState, BillReversed, BillSettled, Entry } from '../contract'
import { billIdOf } from './bill-id'
import { yearOf } from './calendar'

type PointsPending = Extract<Entry, { type: 'PointsPending' }>

/** What comes once a year has been given, even if its points wait. BDAY-04, BDAY-05. */
export function rememberGift({ source, on }: Pick<PointsPending, 'source' | 'on'>) {
  if (source === 'birthdayGift') return { birthdayIn: yearOf(on) }
  return source === 'anniversary' ? { anniversary: on } : {}
}

type Jubilees = Pick<AccountState, 'jubilees'>

/** A jubilee is had, by the bill that was one. BDAY-05. */
export function rememberJubilee({ jubilees = [] }: Jubilees, settled: BillSettled): Jubilees {
  const bill = billIdOf(settled)
  const reached = settled.steps.flatMap((step) => (step.rule === 'jubilee' ? [{ nth: step.nth, bill }] : []))
  return reached.length === 0 ? {} : { jubilees: [...jubilees, ...reached] }
}

/** The bill that was one is taken back, with its points: when he comes to that number again, it is one again. BDAY-05. */
export const forgetJubilee = ({ jubilees }: Jubilees, reversed: BillReversed): Jubilees =>
  jubilees === undefined ? {} : { jubilees: jubilees.filter(({ bill }) => bill !== billIdOf(reversed)) }

/** The price of his birthday is had, by one bill. BDAY-01. */
export const rememberBirthdayBill = (settled: BillSettled): Pick<AccountState, 'birthdayBill'> =>
  settled.discount?.reason === 'birthday' ? { birthdayBill: { on: settled.on, bill: billIdOf(settled) } } : {}

/** The bill that had it is taken back: he has not had it. BDAY-01. */
export function forgetBirthdayBill(account: AccountState, reversed: BillReversed): AccountState {
  const { birthdayBill, ...others } = account
  return birthdayBill?.bill === billIdOf(reversed) ? others : account
}
