import type { Mutant } from './bundle'

/** Faults in taking bills back. */
export const mutantsOfReversal: Mutant[] = [
  {
    name: 'points that came after their bill stay when it is taken back',
    file: 'core/domain/reverse/released.ts',
    right: 'released.filter((one) => one.bill === billIdOf(bill))',
    wrong: "released.filter((one) => one.bill === '')",
    within: 500,
    theme: 'beyondCaps',
  },
  {
    name: 'what is taken back leaves no room in the cap of its day',
    file: 'core/domain/count-towards-caps.ts',
    right: "room.reduce((counts, one) => less(counts, { ...one, source: 'bill' }), towardsCaps)",
    wrong: 'room.reduce((counts) => counts, towardsCaps)',
    within: 1000,
    theme: 'beyondCaps',
  },
  {
    name: 'what waits forgets what was taken back of it before',
    file: 'core/domain/post-pending.ts',
    right: '(found.lost ?? 0) + gone',
    wrong: 'gone',
    within: 2000,
    theme: 'beyondCaps',
  },
]
