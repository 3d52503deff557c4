import { BusinessDay, Points } from './primitives'

/** Points that come: all that were earned, what of them pays a debt, and how long the rest lives. */
export const credit = { earned: Points, repaid: Points, expiresOn: BusinessDay }
