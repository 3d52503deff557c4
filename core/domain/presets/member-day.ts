import type { BusinessDay, Campaign } from '../../contract'
import { fen } from '../amounts'

/** Member day (会员日), the 18th of every month, counts double. CAMP-03. */
export const memberDay: Campaign = {
  id: 'member-day',
  name: '会员日',
  from: '2015-01-01' as BusinessDay,
  to: '2099-12-31' as BusinessDay,
  days: { kind: 'monthDays', days: [18] },
  branches: null,
  tiers: null,
  atLeast: fen(0),
  effect: { kind: 'multiplier', bp: 20_000 },
}
