import type { LedgerLine } from '../../../core/contract'
import type { Redemption } from '../../../core/store/redemption'
import type { Books } from '../books'
import type { Invocation } from '../invocation'
import { plainDay } from '../plain-lots'
import type { PlainMember } from '../plain-model'
import type { PlainOutcome } from '../plain-outcome'
import { plainTime, plainTurn } from '../plain-time'
import { plainVoid } from '../plain-void'
import { programOf } from './watch-program'

const PREFIX = 'void.'

/** Points of a void code come back under a key that the code gives. */
export const isVoid = (key: string): boolean => key.startsWith(PREFIX)

/** What must come of a void code for who claimed it: its points, whoever finishes what a colleague began. */
export function expectVoid(
  books: Books,
  plain: PlainMember,
  key: string,
  by: Invocation,
): PlainOutcome | null {
  const code = key.slice(PREFIX.length)
  const { asked } = by.question
  if (asked !== 'cashier.reverseClaim' && asked !== 'jobs.tick') return null
  const today = plainDay(by.now.getTime())
  const program = programOf(books, by, today)
  const timely = plainTime(plain, today, program)
  const line = plainVoid(plain, code, today, program)
  if (line === null) return null
  return { refusal: null, lines: [...timely, line, ...plainTurn(plain, today, today, program)] }
}

/** I6: points come back for a code that is void and not used, to whose it is, with the reason that was given. */
export function watchReturn(books: Books, id: string, lines: readonly LedgerLine[]): void {
  for (const { entry } of lines) {
    if (entry.type !== 'ClaimReversed') continue
    const code = books.engine.read<Redemption>('redemptions', entry.redemption)
    books.holds(
      code?.status === 'void' &&
        code.used === null &&
        code.member === id &&
        code.voided?.reason === entry.reason &&
        code.voided.by === entry.by,
      'I6',
      () => `points of ${entry.redemption} came back, the code is ${JSON.stringify(code)}`,
    )
  }
}
