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
    name: 'nobody looks at who has only an anniversary to come',
    theme: 'years',
    file: 'core/domain/next-due.ts',
    right: 'nextAnniversary(account, joinedOn, program) ?? []',
    wrong: '[]',
    within: 3_000,
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
    name: 'a birthday counts on the day it is told',
    theme: 'years',
    file: 'core/domain/birthday-discount.ts',
    right: 'addDays(birthdaySince ?? joinedOn, LOCK_DAYS)',
    wrong: 'birthdaySince ?? joinedOn',
    within: 1_000,
  },
  {
    name: 'every bill of a birthday is at its price',
    theme: 'years',
    file: 'core/domain/birthday-discount.ts',
    right: 'birthdayBill?.on === next ?',
    wrong: 'birthdayBill?.on === locked ?',
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
