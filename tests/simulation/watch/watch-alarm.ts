import type { AlarmKind } from '../../../core/contract'
import type { KeptAlarm } from '../../../core/store/alarms'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'

/** What may be told of a sound house: what happens in it, and what was left half done. */
const TRUE_OF_A_SOUND_HOUSE: AlarmKind[] = [
  'BILL_UNFINISHED',
  'OUTBOX_STUCK',
  'HOLD_STUCK',
  'OFTEN_CREDITED',
  'REFUND_ROUNDS',
  'MANY_SMALL_BILLS',
  'LARGE_CHANGE',
  'OWN_ACCOUNT_CREDITED',
  'TOO_MANY_ATTEMPTS',
  'JOB_FAILED',
  'INTERNAL_ERROR',
  'ERROR_RATE',
]

/** The audit accuses nobody: whatever races with it, points and codes add up. */
export function watchAlarm(books: Books, { before, after }: Write, by: Invocation | null) {
  const alarm = after as unknown as KeptAlarm | null
  if (before?.status === 'open' && alarm?.status === 'acknowledged')
    books.deeds.push(`manager.acknowledgeAlarm ${by?.question.who}`)
  books.holds(alarm !== null && TRUE_OF_A_SOUND_HOUSE.includes(alarm.kind), 'no false alarm', () =>
    JSON.stringify(alarm),
  )
}

/** Nothing is there to be corrected, so nobody but a furnisher proposes it; adjustments were committed before. */
export function watchProposal(books: Books, { before, after }: Write, by: Invocation | null) {
  if (after?.kind === 'adjustment') return isCommitted(books, String(after._id))
  books.holds(
    before !== null || by === null,
    'no false alarm',
    () => `a correction was proposed: ${JSON.stringify(after)}`,
  )
}

function isCommitted(books: Books, key: string): void {
  const reply = books.committed.get(key)?.reply
  books.holds(reply?.ok === true, 'SEC-03', () => `${key} is proposed, committed is ${JSON.stringify(reply)}`)
}
