import type { Mutant } from './bundle'

/** Faults somebody could make in check-ins. */
export const mutantsOfCheckIn: Mutant[] = [
  {
    name: 'a check-in of a clock that was moved back counts',
    theme: 'habits',
    file: 'core/domain/check-in/streak.ts',
    right: 'checkIn.on >= today',
    wrong: 'checkIn.on === today',
    within: 3_000,
  },
  {
    name: 'two check-ins a day',
    theme: 'habits',
    file: 'core/domain/check-in/check-in.ts',
    right: "if (isCheckedIn(account, on)) return refuse('ALREADY_CHECKED_IN')",
    wrong: '',
    within: 300,
  },
  {
    name: 'a streak survives a day left out',
    theme: 'habits',
    file: 'core/domain/check-in/streak.ts',
    right: 'checkIn !== null && addDays(checkIn.on, 1) === today ?',
    wrong: 'checkIn !== null ?',
    within: 1_000,
  },
]
