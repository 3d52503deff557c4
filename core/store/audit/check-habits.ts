import { balanceOf } from '../../domain/account'
import { largeBalance, largeChanges, oftenCredited, refundRounds } from '../../domain/audit/habits'
import type { Check } from './check'

/** Nothing is wrong with it, and yet somebody should look. RISK-02, RISK-08. */
export const checkHabits: Check = ({ member, account, lines }, _kept, since) => [
  ...(account === null ? [] : largeBalance(member._id, balanceOf(account))),
  ...largeChanges(lines, since),
  ...oftenCredited(lines, since),
  ...refundRounds(lines, since),
]
