import type { Reversed } from '../core/store/reverse'

/** What a reversal does, as the cashier sees it before and after. */
export const reversedView = ({ reversed, balance, debt, loweredTo }: Reversed) => ({
  amount: reversed.amount,
  left: reversed.left,
  points: reversed.points,
  lapsed: reversed.lapsed,
  owed: reversed.owed,
  balance,
  debt,
  unstamped: reversed.unstamped === true,
  loweredTo,
})
