import type { BusinessDay, News, Program, Reminders } from '../../contract'
import type { Account } from '../account'
import type { Celebrant } from '../birthday-discount'

/** What letters to a member depend on. */
export interface Addressee extends Celebrant {
  account: Account
  program: Program
  /** Those of the programme, where it has any. */
  reminders: Reminders
}

/** What he has been told of, each by its mark, so that nothing is told twice. */
export type Told = ReadonlySet<string>

/** News, and the marks by which it is remembered. No news and marks is something there is no need to tell. */
export interface Due {
  news: News | null
  marks: string[]
}

/** A kind of letter that time brings (提醒): pure, a small file for each. */
export interface Reminder {
  /** What its marks begin with. */
  name: string
  /** What is to be told today; null for nothing. Every reminder has its days: later it is not told at all. */
  due(to: Addressee, told: Told, today: BusinessDay): Due | null
  /** The first day after today on which there is something to tell, if nothing changes before. */
  next(to: Addressee, told: Told, today: BusinessDay): BusinessDay
  /** Whether a mark can still prevent anything. */
  remembers(mark: string, to: Addressee, today: BusinessDay): boolean
}
