import type { Draw, LedgerLine } from '../../../core/contract'
import type { Member } from '../../../core/store/member'
import type { Books } from '../books'
import type { Invocation } from '../invocation'
import type { Committed, Person } from '../person'
import { plainDay, show, sorted } from '../plain-lots'
import type { PlainMember } from '../plain-model'
import { type Brought, type PlainOutcome, plainOutcome } from '../plain-outcome'
import { plainTime } from '../plain-time'
import { bodyOf, orderKey, refundKey } from '../question'
import { wasSeated } from './watch-check-in'
import { expectErrand, isErrand, watchReferrals, watchStanding } from './watch-errand'
import { sameLines } from './watch-lines'
import { numberOf } from './watch-phone'
import { programOf } from './watch-program'
import { watchLimit, watchReversal } from './watch-rights'
import { watchStampsOf } from './watch-stamps'
import { carriesRecord } from './watch-trail'
import { expectVoid, isVoid, watchReturn } from './watch-void'

/** Each command is committed once, by somebody who asked it, and does exactly what the plain model does. */
export function watchCommand(books: Books, is: Member, lines: LedgerLine[], by: Invocation) {
  const key = is.recent[0] ?? ''
  const person = books.person(is._id)
  books.holds(!books.committed.has(key), 'I4', () => `${key} was committed a second time`)

  const refused = refusalOf(is, key)
  const plain: PlainMember = { ...structuredClone(person.plain), isSeated: wasSeated(books, by, refused) }
  const expected = expect(books, plain, is, { key, refused, lines }, by)
  if (expected === null)
    return books.violate('I4', `${key} was committed by ${by.question.asked}, which did not ask it`)
  record(books, is, lines, by, key)
  if (refused === 'OUT_OF_STOCK' && expected.refusal === null)
    return refusedForStock(books, by, person, plainDay(by.now.getTime()), lines)
  books.holds(
    refused === expected.refusal,
    'model',
    () => `${key} was ${refused ?? 'accepted'}, the model says ${expected.refusal ?? 'yes'}`,
  )
  person.plain = plain
  watchReferrals(books, plain, is)
  watchStanding(books, lines, is._id, by)
  watchReturn(books, is._id, lines)
  for (const [id, promise] of expected.promises ?? []) books.promises.set(id, promise)
  sameLines(books, key, expected.lines, lines)
  books.holds(
    plain.debt === is.account.debt &&
      plain.spend === is.account.qualifyingSpend &&
      plain.bills === is.account.bills,
    'model',
    () =>
      `${key} leaves ${JSON.stringify(is.account)}, the model says ${plain.debt} owed, ${plain.spend} spent`,
  )
  watchStampsOf(books, key, plain, is)
  const { barred } = is.account
  books.holds(
    barred?.since === plain.bar?.since && barred?.until === plain.bar?.until,
    'RISK-04',
    () => `${key} leaves ${JSON.stringify(barred)}, the model says ${JSON.stringify(plain.bar)}`,
  )
  const lots = show(is.account.lots.map(({ expiresOn: lot, left: points }) => ({ lot, points })))
  const hisLots = show(sorted(plain).map(([lot, points]) => ({ lot, points }) as Draw))
  books.holds(lots === hisLots, 'model', () => `${key} leaves ${lots}, the model says ${hisLots}`)
  books.holds(
    plain.name === is.profile.name && plain.birthday === is.profile.birthday && plain.phone === numberOf(is),
    'model',
    () => `${key} leaves the profile ${JSON.stringify(is.profile)}`,
  )
}

/** What the model says, with the hands of whoever it is. */
function expect(
  books: Books,
  plain: PlainMember,
  is: Member,
  { key, refused, lines }: { key: string; refused: string | null; lines: LedgerLine[] },
  by: Invocation,
): PlainOutcome | null {
  if (isErrand(key)) return expectErrand(books, plain, is, key, by, refused)
  if (isVoid(key)) return expectVoid(books, plain, key, by)
  const ruledBy = (day: string) => programOf(books, by, day)
  return plainOutcome(plain, by.question, key, by.now.getTime(), ruledBy, broughtBy(lines))
}

/** What a colleague did is a record of the trail. */
const RECORDED = [
  'cashier.settleBill',
  'cashier.reverseBill',
  'manager.decideProposal',
  'manager.decideReview',
  'manager.adjust',
  'manager.bar',
  'manager.liftBar',
]

const operationOf = ({ outbox }: Member, key: string) =>
  outbox.find(({ collection, document }) => collection === 'operations' && document._id === key)

function refusalOf(is: Member, key: string): string | null {
  const reply = operationOf(is, key)?.document.reply as Committed['reply'] | undefined
  return reply === undefined || reply.ok ? null : reply.refusal
}

function record(books: Books, is: Member, lines: LedgerLine[], by: Invocation, key: string): void {
  const row = operationOf(is, key)
  if (row === undefined) {
    books.holds(by.question.asked === 'jobs.tick', 'I4', () => `${key} was committed without its operation`)
    return
  }
  const { reply } = row.document as unknown as Pick<Committed, 'reply'>
  const { asked } = by.question
  const isOwn = isErrand(key) || isVoid(key)
  const isHis = reply.ok && !isOwn
  if (isHis && RECORDED.includes(asked)) carriesRecord(books, by, row.document)
  if (isHis && asked === 'cashier.settleBill') watchLimit(books, by)
  if (isHis && asked === 'cashier.reverseBill') watchReversal(books, by, is._id)
  const { orders = [], refunds = [], branch = '' } = by.question
  const item =
    orders.find(({ order_id }) => orderKey(branch, order_id) === key) ??
    refunds.find((one) => refundKey(branch, one) === key)
  const body = item === undefined ? bodyOf(by.question) : JSON.stringify(item)
  keep(books, is, lines, key, isOwn ? key : body, row.document)
}

function keep(books: Books, is: Member, lines: LedgerLine[], key: string, body: string, row: object): void {
  const { reply } = row as Pick<Committed, 'reply'>
  const operation = JSON.stringify(row)
  books.committed.set(key, { key, member: is._id, body, reply, lines, operation, step: books.step() })
}

/** Who brought him, by the line that says so; that it may be true is judged beside. */
function broughtBy(lines: readonly LedgerLine[]): Brought | null {
  const accepted = lines.map(({ entry }) => entry).find((entry) => entry.type === 'ReferralAccepted')
  return accepted ? { by: accepted.by, isExcluded: accepted.excluded !== null } : null
}

/** There must have been none left at some moment since it was asked. Only what time has done is written. */
function refusedForStock(books: Books, by: Invocation, person: Person, today: string, lines: LedgerLine[]) {
  const left = books.since(books.left.get(String(by.question.input.reward)), by.since)
  books.holds(left.includes(0), 'model', () => `OUT_OF_STOCK although ${left} were left`)
  person.plain = structuredClone(person.plain)
  const timely = plainTime(person.plain, today, programOf(books, by, today))
  sameLines(books, String(by.question.input.key), timely, lines)
}
