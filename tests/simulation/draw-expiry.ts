import type { Program } from '../../core/contract'
import type { Chance } from './chance'

/** How long points live in a house of one seed: mostly not long, so that they expire in its history. */
export const drawExpiry = (chance: Chance): Program['expiry'] => ({
  months: chance.pick([1, 1, 1, 2, 12, null]),
  returnedDays: 1 + chance.below(20),
  exempt: chance.happens(0.3) ? { tiers: chance.pick([['gold'], ['gold', 'diamond']]), graceDays: 90 } : null,
})
