import type { LedgerLine, Program } from '../../../core/contract'
import type { KeptErrand } from '../../../core/store/errand'
import type { Member } from '../../../core/store/member'
import type { Books } from '../books'
import type { Write } from '../engine'
import type { Invocation } from '../invocation'
import { plainDay } from '../plain-lots'
import type { PlainMember } from '../plain-model'
import type { PlainOutcome } from '../plain-outcome'
import type { PlainPromise } from '../plain-promise'
import { plainReward } from '../plain-referral'
import { plainTime, plainTurn } from '../plain-time'
import { plainWithdraw } from '../plain-withdrawal'
import { programOf } from './watch-program'

const PREFIX = 'errand.'

/** A row is added once, for what was promised; only its progress changes, and done is done. */
export function watchErrand(books: Books, { before, after }: Write): void {
  const [was, is] = [before, after] as unknown as [KeptErrand | null, KeptErrand | null]
  if (is === null) {
    books.violate('errands', `${was?._id} was removed`)
    return
  }
  const matter = ({ _id, to, task, after: first }: KeptErrand) => JSON.stringify([_id, to, task, first])
  books.holds(books.promises.has(is._id), 'errands', () => `${is._id} was promised by nobody`)
  if (was === null) return
  books.holds(matter(was) === matter(is), 'errands', () => `${is._id} became another`)
  books.holds(was.dueAt > 0, 'errands', () => `${is._id} was touched although it was done`)
  if (is.dueAt > 0) return
  const reply = books.committed.get(PREFIX + is._id)?.reply
  const kept = reply?.ok === true ? 'ok' : reply?.refusal
  books.holds(kept === is.outcome, 'errands', () => `${is._id} is said to be ${is.outcome}, it was ${kept}`)
}

export const isErrand = (key: string): boolean => key.startsWith(PREFIX)

/** What must come of an errand: what was promised, to whom, once. Who works here may have changed meanwhile. */
export function expectErrand(
  books: Books,
  plain: PlainMember,
  { _id }: Member,
  key: string,
  by: Invocation,
  told: string | null,
): PlainOutcome | null {
  const promise = books.promises.get(key.slice(PREFIX.length))
  if (promise === undefined || promise.to !== _id) return null
  const today = plainDay(by.now.getTime())
  const program = programOf(books, by, today)
  const timely = plainTime(plain, today, program)
  const { refusal, lines } = kept(books, plain, promise, { key, told, since: by.since, today, program })
  return { refusal, lines: [...timely, ...lines, ...plainTurn(plain, today, today, program)] }
}

interface Arriving {
  key: string
  told: string | null
  since: number
  today: string
  program: Program
}

/** A promise is kept, or refused for what became of the one before, or for who works here. */
function kept(
  books: Books,
  plain: PlainMember,
  promise: PlainPromise,
  { key, told, since, today, program }: Arriving,
): PlainOutcome {
  const reply = promise.after === null ? undefined : books.committed.get(PREFIX + promise.after)?.reply
  books.holds(
    promise.after === null || reply !== undefined,
    'C-20',
    () => `${key} was decided before ${promise.after}`,
  )
  const before = reply?.ok === false ? (reply.refusal ?? '') : null
  if (promise.kind === 'withdraw') return plainWithdraw(plain, promise, before, today)
  if (before === 'ALREADY_SAFE') return { refusal: 'REWARDED_BEFORE', lines: [] }
  const worked = mayHaveWorked(books, [promise.to, promise.friend], since)
  if (told === 'STAFF') {
    books.holds(worked.perhaps, 'RISK-01', () => `${key} was refused, and neither worked here`)
    return { refusal: 'STAFF', lines: [] }
  }
  books.holds(!worked.surely, 'RISK-01', () => `${key} was done, and one of them works here`)
  if (plain.bar !== null) return { refusal: 'BARRED', lines: [] }
  return plainReward(plain, promise, today, program)
}

/** Whether any of them worked here at some, or at every moment since that step. */
export function mayHaveWorked(books: Books, people: readonly string[], step: number) {
  const all = people.map((id) => books.since(books.roles.get(id), step, [null]))
  return {
    perhaps: all.some((roles) => roles.some((role) => role !== null)),
    surely: all.some((roles) => roles.every((role) => role !== null)),
  }
}

/** RISK-09: what he got for friends is what the model says, and no month has more than its cap. */
export function watchReferrals(books: Books, plain: PlainMember, { _id, account }: Member): void {
  const { rewards, points } = plain.referral
  const latest = [...rewards.keys()].sort().at(-1)
  const expected = latest === undefined ? null : { month: latest, rewards: rewards.get(latest), points }
  books.holds(
    JSON.stringify(account.referrals) === JSON.stringify(expected),
    'RISK-09',
    () => `${_id} has ${JSON.stringify(account.referrals)}, the model ${JSON.stringify(expected)}`,
  )
  const ids = account.pending.map(({ id }) => id).filter((id) => id.startsWith('referral.'))
  const waiting = plain.waits.flatMap(({ safe }) => safe ?? [])
  books.holds(
    JSON.stringify(ids) === JSON.stringify(waiting),
    'REF-07',
    () => `${_id} waits for ${ids}, the model for ${waiting}`,
  )
}

/** What a code led to is true of some moment since it was asked. */
export function watchStanding(books: Books, lines: readonly LedgerLine[], who: string, by: Invocation): void {
  const accepted = lines.map(({ entry }) => entry).find((entry) => entry.type === 'ReferralAccepted')
  if (accepted === undefined) return
  const { by: referrer, excluded } = accepted
  books.holds(referrer !== who, 'RISK-01', () => `${who} brought himself`)
  books.holds(
    books.person(referrer).plain.joined,
    'REF-04',
    () => `${referrer} brought ${who} and never joined`,
  )
  const worked = mayHaveWorked(books, [who, referrer], by.since)
  books.holds(
    excluded === null ? !worked.surely : worked.perhaps,
    'RISK-01',
    () => `${who} came by ${referrer}: ${excluded ?? 'counts'}`,
  )
}
