import type { CheckIn } from '../../core/contract'
import { points } from '../../core/domain/amounts'
import type { Chance } from './chance'

/** Check-ins in a house of one seed: short rounds, so that they are gone through. */
export function drawCheckIn(chance: Chance): CheckIn | null {
  if (chance.happens(0.15)) return null
  const round = 1 + chance.below(4)
  const milestone = (audience: 'all' | 'new') => ({
    day: 1 + chance.below(round),
    points: points(1 + chance.below(30)),
    audience,
    once: chance.happens(0.5),
  })
  return {
    daily: points(chance.pick([0, 2, 10])),
    round,
    milestones: [milestone('all'), milestone('new')].filter(() => chance.happens(0.8)),
    newDays: 1 + chance.below(6),
    where: chance.happens(0.3) ? 'restaurant' : 'anywhere',
  }
}
