import type { Mutant } from './bundle'

const RETURN = 'core/store/return-piece.ts'
const REVERSE = 'core/store/reverse-claim.ts'
const COUNTER = 'cloudfunctions/cashier/reverse-claim.ts'

/** Faults somebody could make where codes become void and what they cost comes back. */
export const mutantsOfVoids: Mutant[] = [
  {
    name: 'points of a code come back although it is used',
    theme: 'voids',
    file: COUNTER,
    right:
      "  if (voided === undefined) return refuse('CODE_USED')\n  if (voided.key !== key) return refuse('CODE_VOID')\n  return voided.reason === reason ?",
    wrong: '  return (voided?.reason ?? reason) === reason ?',
    within: 2000,
  },
  {
    name: 'a piece is put back by every try',
    theme: 'voids',
    file: RETURN,
    right: '  if (stock === null || stock.returned?.[code] !== undefined) return true\n',
    wrong: '  if (stock === null) return true\n',
    within: 2000,
  },
  {
    name: 'two who look at once put a piece back twice',
    theme: 'voids',
    file: RETURN,
    right: '[note]: _.exists(false), [hold]',
    wrong: '[hold]',
    within: 20_000,
  },
  {
    name: 'who asks again when all is forgotten puts the piece back once more',
    theme: 'voids',
    file: REVERSE,
    right: 'if (returned.ok && isOpen(redemption))',
    wrong: 'if (returned.ok)',
    within: 10_000,
  },
  {
    name: 'a code is closed without its piece',
    theme: 'voids',
    file: REVERSE,
    right: 'if (!(await returnPiece(kept, redemption, found))) return',
    wrong: 'await returnPiece(kept, redemption, found)',
    within: 10_000,
  },
  {
    name: 'a piece is put back while its claim still holds it',
    theme: 'voids',
    file: RETURN,
    right: '{ [note]: _.exists(false), [hold]: _.exists(false) }',
    wrong: '{ [note]: _.exists(false) }',
    within: 10_000,
  },
  {
    name: 'nobody finishes what was void when its call was killed',
    theme: 'voids',
    file: REVERSE,
    right: 'const open = { openSince: _.gt(0).and(_.lt(now.getTime() - SWEEP_AFTER_MS)) }',
    wrong: 'const open = { openSince: _.lt(0) }',
    within: 2000,
  },
  {
    name: 'what comes back forgets its debt',
    theme: 'reversals',
    file: 'core/domain/reverse/reverse-claim.ts',
    right: 'const returned = withoutFirst(dated, repaid)',
    wrong: 'const returned = withoutFirst(dated, 0)',
    within: 10_000,
  },
  {
    name: 'what had expired comes back with its old day',
    theme: 'reversals',
    file: 'core/domain/reverse/reverse-claim.ts',
    right: 'lot < on && account.frozen === null ?',
    wrong: 'lot < on && account.frozen === undefined ?',
    within: 10_000,
  },
]
