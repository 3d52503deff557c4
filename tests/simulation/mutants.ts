import type { Mutant } from './bundle'
import { mutantsOfCheckIn } from './mutants-of-check-in'
import { mutantsOfLetters } from './mutants-of-letters'
import { mutantsOfMessages } from './mutants-of-messages'
import { mutantsOfOccasions } from './mutants-of-occasions'
import { mutantsOfPrices } from './mutants-of-prices'
import { mutantsOfReferral } from './mutants-of-referral'
import { mutantsOfReversal } from './mutants-of-reversal'
import { mutantsOfStaff } from './mutants-of-staff'
import { mutantsOfStamps } from './mutants-of-stamps'
import { mutantsOfTheBlacklist } from './mutants-of-the-blacklist'
import { mutantsOfTheDoor } from './mutants-of-the-door'
import { mutantsOfTheQuestionnaire } from './mutants-of-the-questionnaire'
import { mutantsOfVoids } from './mutants-of-voids'

/** Faults somebody could make, and the histories within which each must be seen. */
export const mutants: Mutant[] = [
  ...mutantsOfTheDoor,
  ...mutantsOfMessages,
  ...mutantsOfLetters,
  ...mutantsOfStaff,
  ...mutantsOfReferral,
  ...mutantsOfReversal,
  ...mutantsOfCheckIn,
  ...mutantsOfOccasions,
  ...mutantsOfTheQuestionnaire,
  ...mutantsOfTheBlacklist,
  ...mutantsOfVoids,
  ...mutantsOfPrices,
  ...mutantsOfStamps,
  {
    name: 'latest lot first',
    file: 'core/domain/burn.ts',
    right: 'for (const lot of account.lots) {',
    wrong: 'for (const lot of [...account.lots].reverse()) {',
    within: 500,
    plain: true,
  },
  {
    name: 'lots lapse on their last day',
    file: 'core/domain/settle-time.ts',
    right: 'lot.expiresOn < before',
    wrong: 'lot.expiresOn <= before',
    within: 10_000,
  },
  {
    name: 'a bill number is taken over from whoever has the key',
    theme: 'bills',
    file: 'core/store/bill-claim.ts',
    right: '    fingerprint: _.eq(dead.fingerprint),\n    at: _.eq(dead.at),\n',
    wrong: '',
    within: 10_000,
  },
  {
    name: 'an old claim of a bill is not renewed',
    theme: 'bills',
    file: 'core/store/bill-claim.ts',
    right: 'if (ours && (age < FENCE_MS / 2 || member === null))',
    wrong: 'if (ours)',
    within: 10_000,
  },
  {
    name: 'a bill number is not claimed',
    file: 'cloudfunctions/cashier/settle-bill.ts',
    right: "billNo === undefined ? accept('no number')",
    wrong: "billNo !== '' ? accept('no number')",
    within: 500,
  },
  {
    name: 'a code is used without a condition',
    theme: 'codes',
    file: 'core/store/redemption.ts',
    right: ".where({ _id: _.eq(code), status: _.eq('issued') })",
    wrong: '.where({ _id: _.eq(code) })',
    within: 3000,
  },
  {
    name: 'a member code is good for ever',
    theme: 'codes',
    file: 'core/store/used-codes.ts',
    right: 'return (await readOne<UsedCode>(db, name, code))?.by === by',
    wrong: 'return true',
    within: 2000,
  },
  {
    name: 'spent codes are forgotten after a day',
    theme: 'codes',
    file: 'core/store/used-codes.ts',
    right: 'const FORGET_MS = 9 * 24 * 3_600_000',
    wrong: 'const FORGET_MS = 24 * 3_600_000',
    within: 5_000,
  },
  {
    name: 'an invitation binds without a condition',
    theme: 'staff',
    file: 'core/store/invitation.ts',
    right: '.where({ _id: _.eq(_id), ...unbound })',
    wrong: '.where({ _id: _.eq(_id) })',
    within: 20_000,
  },
  {
    name: 'who was revoked comes back by his old invitation',
    theme: 'staff',
    file: 'core/store/invitation.ts',
    right: "return staff.active ? accept(invitation) : refuse('INVITATION_USED')",
    wrong: 'if (staff.active) return accept(invitation)',
    within: 3000,
  },
  {
    name: 'the tier multiplies the bill that reached it',
    file: 'core/domain/settle-bill.ts',
    right: 'const tier = tierOf(account, program)',
    wrong:
      'const growth = { ...account.growth, spend: account.growth.spend + bill.amount }\n  const tier = tierOf({ ...account, tier: null, growth }, program)',
    within: 500,
  },
  {
    name: 'a phone number goes to whoever asks last',
    theme: 'phones',
    file: 'core/store/phone-claim.ts',
    right: "if (holds(owner, handle)) return refuse('PHONE_OF_ANOTHER_MEMBER')",
    wrong: '',
    within: 2000,
  },
  {
    name: 'an open claim of a phone number is taken at once',
    theme: 'phones',
    file: 'core/store/phone-claim.ts',
    right: 'if (other.openSince > 0 && now.getTime() - other.openSince < FENCE_MS)',
    wrong: 'if (other.openSince < 0)',
    within: 5000,
  },
]
