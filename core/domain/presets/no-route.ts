import type { Tier } from '../../contract'

/** Nothing reaches it: everybody has it from the first day. A route is written over it. */
export const noRoute: Tier['reach'] = { spend: null, points: null, yearPoints: null, load: null }
