import type { Mutant } from './bundle'

/** Faults of rights, of the trail and of the limits on guessing. */
export const mutantsOfStaff: Mutant[] = [
  {
    name: 'who was removed goes on',
    theme: 'staff',
    file: 'core/store/staff.ts',
    right: 'staff?.active !== true ||',
    wrong: 'staff === null ||',
    within: 2000,
  },
  {
    name: 'a manager acts for every branch',
    file: 'core/domain/rights.ts',
    right: "const EVERY_BRANCH: readonly StaffRole[] = ['admin']",
    wrong: "const EVERY_BRANCH: readonly StaffRole[] = ['admin', 'manager']",
    within: 2000,
  },
  {
    name: 'two admins remove each other',
    theme: 'staff',
    file: 'core/store/revoke.ts',
    right: "if (other.role === 'admin' && !(await stay(kept, by))) return false",
    wrong: '',
    within: 20_000,
  },
  {
    name: 'a clerk settles twice what he may',
    file: 'core/domain/rights.ts',
    right: 'amount <= bill',
    wrong: 'amount <= 2 * bill',
    within: 2000,
  },
  {
    name: 'the sweeper forgets what was noted',
    theme: 'staff',
    file: 'core/store/notes.ts',
    right: 'for (const action of Object.values(notes)) await addAction(db, action)',
    wrong: '',
    within: 10_000,
  },
  {
    name: 'what is refused is not written down',
    file: 'cloudfunctions/bear-witness.ts',
    right: "if (refusal === null && leaves(procedure) !== 'shows') return",
    wrong: "if (refusal !== null || leaves(procedure) !== 'shows') return",
    within: 500,
  },
  {
    name: 'wrong codes are not counted',
    theme: 'staff',
    file: 'cloudfunctions/bear-witness.ts',
    right: '  await countWrongAtCounter(env, staff)\n',
    wrong: '',
    within: 3000,
  },
]
