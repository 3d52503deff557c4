import type { BusinessDay, Entry, Program } from '../contract'
import type { Account } from './account'
import { isBarred } from './bar'
import { grant } from './grant'

/** What he has told us of himself. */
export interface Told {
  name: string | null
  birthday: string | null
}

/** Neither is ever taken back, so a profile becomes complete once. */
const isComplete = ({ name, birthday }: Told): boolean => name !== null && birthday !== null

/** The points for telling the last of name and birthday (完善资料); saving it again gives nothing, nor does who is barred get any. EARN-10, RISK-04. */
export const completeProfile = (
  account: Account,
  before: Told,
  after: Told,
  on: BusinessDay,
  program: Program,
): Entry[] =>
  isComplete(before) || !isComplete(after) || isBarred(account)
    ? []
    : grant(account, { source: 'profile', about: '完善资料', points: program.earn.profile }, on, program)
