import type { Mutant } from './bundle'

/** Faults somebody could make in what is given on a member's own days. */
export const mutantsOfOccasions: Mutant[] = [
  {
    name: 'an anniversary comes on the day after it',
    theme: 'years',
    file: 'core/domain/anniversary.ts',
    right: 'on > today',
    wrong: 'on >= today',
    within: 1_000,
  },
  {
    name: 'anniversaries from before the programme gave anything are made up for',
    theme: 'years',
    file: 'core/domain/anniversary.ts',
    right: 'next >= anniversary.from ? next :',
    wrong: 'next >= joinedOn ? next :',
    within: 1_000,
  },
  {
    name: 'a jubilee comes again when an earlier bill is taken back',
    theme: 'years',
    file: 'core/domain/earning/jubilee.ts',
    right: ' && !jubileesHad.includes(bill)',
    wrong: '',
    within: 3_000,
  },
  {
    name: 'a jubilee that is taken back is lost for ever',
    theme: 'years',
    file: 'core/domain/post-occasion.ts',
    right: 'bill !== billIdOf(reversed)',
    wrong: "bill !== ''",
    within: 3_000,
  },
  {
    name: 'birthday and tier are both taken off',
    theme: 'years',
    file: 'core/domain/discount.ts',
    right: 'tierName, payBp: price.payBp }',
    wrong: 'tierName, payBp: Math.floor((price.payBp * payBp) / FULL_BP) }',
    within: 3_000,
  },
]
