import type { Mutant } from './bundle'

const STAMPS = 'core/domain/stamps.ts'

/** Faults somebody could make in counting stamps. */
export const mutantsOfStamps: Mutant[] = [
  {
    name: 'a bill that is taken back keeps its stamp',
    file: STAMPS,
    right: 'amount - gone < stamp.atLeast',
    wrong: 'amount - gone > amount',
    within: 500,
    theme: 'stamps',
  },
  {
    name: 'each part that is taken back takes a stamp',
    file: STAMPS,
    right: 'amount - before >= stamp.atLeast && ',
    wrong: '',
    within: 1000,
    theme: 'stamps',
  },
  {
    name: 'a card is taken before it is full',
    file: STAMPS,
    right: 'stampsOf(account) < asked ?',
    wrong: 'stampsOf(account) < asked - 1 ?',
    within: 500,
    theme: 'stamps',
  },
  {
    name: 'a void code gives no stamps back',
    file: STAMPS,
    right: 'return entry.stamps ?? 0',
    wrong: 'return 0',
    within: 1000,
    theme: 'stamps',
  },
  {
    name: 'stamps beyond a full card are lost with it',
    file: 'core/domain/claim-reward.ts',
    right: 'const taken = takeStamps(account, asked)',
    wrong: 'const taken = takeStamps(account, account.stamps ?? asked)',
    within: 1000,
    theme: 'stamps',
  },
]
