import type { Settled } from '../core/store/settle'

/** What a bill brought, as the cashier sees it before and after. */
export const sumView = ({ settled, balance, upgradedTo, stamped = null }: Settled) => ({
  amount: settled.amount,
  discount: settled.discount ?? null,
  earned: settled.earned,
  steps: settled.steps,
  stamped,
  expiresOn: settled.expiresOn,
  balance,
  upgradedTo,
})
