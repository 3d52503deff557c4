import type { Caps } from '../../core/contract'
import { points } from '../../core/domain/amounts'
import type { Chance } from './chance'

/** In most houses a large bill, or two on a day, meet the cap. */
export function drawCaps(chance: Chance): Caps {
  const spend = chance.happens(0.7)
    ? {
        points: points(30 + chance.below(150)),
        over: chance.pick(['drop', 'later', 'later', 'review'] as const),
      }
    : null
  const referral = chance.happens(0.4)
    ? { points: points(10 + chance.below(40)), over: chance.pick(['drop', 'later', 'review'] as const) }
    : null
  const grant = chance.happens(0.4)
    ? { points: points(5 + chance.below(40)), over: chance.pick(['drop', 'later', 'review'] as const) }
    : null
  return { spend, engage: null, referral, grant }
}
