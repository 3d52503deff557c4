import type { MemberId } from '../../core/contract'
import type { KeptErrand } from '../../core/store/errand'
import type { Member } from '../../core/store/member'
import type { KeptProposal } from '../../core/store/proposals'
import type { Stock } from '../../core/store/stock'
import type { Books } from './books'
import { openidOf, programOn } from './house'
import { judgePhonesAtEnd } from './judge-phone'
import { plainLetters } from './plain-letters'
import { plainDay } from './plain-lots'
import { plainTime } from './plain-time'

/** I15, I9: after quiescence no outbox, no hold, nothing due. */
export function judgeEnd(books: Books, now: number): void {
  judgePhonesAtEnd(books, now)
  const today = plainDay(now)
  const program = programOn(books.house, today)
  for (const { _id, outbox, outboxSince, nextDueOn } of books.engine.all<Member>('members')) {
    books.holds(outbox.length === 0 && outboxSince === 0, 'I15', () => `${_id} keeps ${outbox.length} rows`)
    books.holds(nextDueOn > today, 'I9', () => `${_id} keeps points of ${nextDueOn}`)
    const { plain, told } = books.person(_id)
    const due = plainTime(structuredClone(plain), today, program).map(({ type }) => type)
    books.holds(due.length === 0, 'I9', () => `nobody has written for ${_id}: ${due}`)
    const untold = plainLetters(plain, new Set(told), [], today, program)
    books.holds(untold.length === 0, 'REM-02', () => `${_id} has not been told: ${untold}`)
  }
  for (const { _id, holds } of books.engine.all<Stock>('stock'))
    books.holds(Object.keys(holds).length === 0, 'I15', () => `${_id} holds ${JSON.stringify(holds)}`)
  for (const { _id, kind, status } of books.engine.all<KeptProposal>('proposals'))
    books.holds(
      status !== 'open' || !books.committed.has(`${kind}.${_id}`),
      'I15',
      () => `${_id} was decided and is on the list`,
    )
  everyPromiseIsKept(books)
  neverMoreThanAllowed(books)
}

/** I15: what a command does to another member has been done, once. */
function everyPromiseIsKept(books: Books): void {
  for (const id of books.promises.keys())
    books.holds(books.committed.has(`errand.${id}`), 'I15', () => `${id} was promised and never decided`)
  for (const { _id, dueAt } of books.engine.all<KeptErrand>('errands'))
    books.holds(dueAt === 0, 'I15', () => `${_id} is still open`)
}

/** OPS-01: every message was marked before it was sent, and there was a tap for it. */
function neverMoreThanAllowed(books: Books): void {
  const sent = new Map<string, number>()
  for (const { touser = '', templateId = '' } of books.engine.wechat.messages.list())
    sent.set(`${touser}.${templateId}`, (sent.get(`${touser}.${templateId}`) ?? 0) + 1)
  for (const [consent, { tried, back, keys }] of books.mail) {
    const messages = sent.get(openidOf(consent as MemberId)) ?? 0
    books.holds(
      messages <= tried - back && messages <= keys.size,
      'OPS-01',
      () =>
        `${consent} was sent ${messages} messages, marked ${tried}, taken back ${back}, ${keys.size} taps`,
    )
  }
}
