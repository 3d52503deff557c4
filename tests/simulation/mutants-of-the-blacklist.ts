import type { Mutant } from './bundle'

/** Faults somebody could make where a member is barred. */
export const mutantsOfTheBlacklist: Mutant[] = [
  {
    name: 'who is barred claims all the same',
    theme: 'blacklist',
    file: 'core/domain/claim-reward.ts',
    right: "if (isBarred(account)) return refuse('BARRED')",
    wrong: 'void isBarred',
    within: 2000,
  },
  {
    name: 'points of who is barred expire',
    theme: 'blacklist',
    file: 'core/domain/exemption.ts',
    right: 'if (frozen !== null && promised === null && barred === undefined)',
    wrong: 'if (frozen !== null && promised === null && barred !== null)',
    within: 2000,
  },
  {
    name: 'a bar ends a day early',
    theme: 'blacklist',
    file: 'core/domain/bar.ts',
    right: 'until === null || until >= today ? []',
    wrong: 'until === null || until > today ? []',
    within: 2000,
  },
]
