import type { Mutant } from './bundle'

/** Ways to tell a member twice, too late or in the night. */
export const mutantsOfLetters: Mutant[] = [
  {
    name: 'nobody is looked at because of a letter',
    theme: 'letters',
    file: 'core/store/letters.ts',
    right: 'earliestOf([nextDueOf(member, program), nextReminderOf(inbox, reader, today)])',
    wrong: 'nextDueOf(member, program)',
    within: 1000,
  },
  {
    name: 'a lot that was told of is told of again',
    theme: 'letters',
    file: 'core/domain/letters/expiring.ts',
    right: 'days <= stage && told.has(markOf(lot, days))',
    wrong: 'days < stage && told.has(markOf(lot, days))',
    within: 2000,
  },
  {
    name: 'a letter of last week is still sent',
    theme: 'letters',
    file: 'core/domain/letters/renew.ts',
    right: 'daysBetween(on, today) <= LATEST_DAYS',
    wrong: 'daysBetween(on, today) <= 30',
    within: 10_000,
  },
  {
    name: 'people are woken',
    theme: 'letters',
    file: 'core/domain/letters/choose-message.ts',
    right: 'if (isQuiet(now) || hasHadEnough',
    wrong: 'if (hasHadEnough',
    within: 10_000,
  },
]
