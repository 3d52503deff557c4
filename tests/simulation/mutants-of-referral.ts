import type { Mutant } from './bundle'

/** Faults somebody could make where one member's command reaches another. */
export const mutantsOfReferral: Mutant[] = [
  {
    name: 'an errand is a new command whenever it is tried',
    theme: 'friends',
    file: 'core/store/errand.ts',
    right: 'key: errandKey(id), member: to',
    wrong: 'key: errandKey(id) + kept.now.getTime(), member: to',
    within: 1000,
  },
  {
    name: 'an errand is never tried again',
    theme: 'friends',
    file: 'core/store/due-errands.ts',
    right: 'await tryAll(byMember(errands).map((his) => oneByOne(kept, his)))',
    wrong: 'void oneByOne',
    within: 1000,
  },
  {
    name: 'an errand is done although it could not be decided',
    theme: 'friendsRefunded',
    file: 'core/store/errand.ts',
    right: 'if (LATER.includes(outcome)) return false',
    wrong: '',
    within: 10_000,
  },
  {
    name: 'who invites gets more than a month allows',
    theme: 'friends',
    file: 'core/domain/referral/reward.ts',
    right: 'rewardsIn(account.referrals, month) >= task.perMonth',
    wrong: 'rewardsIn(account.referrals, month) > task.perMonth',
    within: 1000,
  },
  {
    name: 'staff bring guests',
    theme: 'friends',
    file: 'core/store/errand.ts',
    right: 'return found.some((staff) => staff?.active === true)',
    wrong: 'return found.some((staff) => staff?.active === null)',
    within: 5000,
  },
  {
    name: 'an order is taken back, and its rewards are not',
    theme: 'friendsRefunded',
    file: 'core/store/reverse.ts',
    right: 'if (reversed.left > 0)',
    wrong: 'if (reversed.left >= 0)',
    within: 1000,
  },
  {
    name: 'a part of an order takes the whole reward with it',
    theme: 'friendsRefunded',
    file: 'core/store/reverse.ts',
    right: 'if (reversed.left > 0)',
    wrong: 'if (reversed.left < 0)',
    within: 1000,
  },
  {
    name: 'a reward that was refunded too late is given once more',
    theme: 'friendsRefunded',
    file: 'core/domain/referral/reward.ts',
    right: "if (before === 'ALREADY_SAFE') return refuse('REWARDED_BEFORE')",
    wrong: '',
    within: 10_000,
  },
]
