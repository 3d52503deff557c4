import type { Reminders } from '../../core/contract'
import type { Chance } from './chance'

/** What members of a house of one seed are told: mostly a lot, so that much falls on one day. */
export function drawReminders(chance: Chance): Reminders | null {
  if (chance.happens(0.15)) return null
  return {
    expiryDays: chance.pick([[30, 15, 7], [30, 15, 7], [7, 30], [1], []]),
    statementDay: chance.pick([1, 1, 5, null]),
    affordable: chance.pick(['once', 'again', 'never']),
    arrivals: chance.happens(0.8),
    tiers: chance.happens(0.8),
    birthdayDays: chance.pick([0, 3, 3, null]),
    messagesAWeek: 1 + chance.below(3),
  }
}
