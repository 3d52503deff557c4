import type { DinerTemplate, MemberId, News } from '../contract'
import { DinerTemplate as Templates } from '../contract/message'
import { balanceOf } from '../domain/account'
import { businessDayOf } from '../domain/calendar'
import { type Chosen, chooseMessage, type Mailbox } from '../domain/letters/choose-message'
import { nextMorning } from '../domain/messages/quiet-hours'
import { messageOf } from '../domain/messages/templates'
import { asOf } from './as-of'
import { type Consent, giveUp, mark, takeBack } from './consents'
import { addOnce, type Kept, readMany } from './database'
import { type MemberRange, within } from './lanes'
import { type KeptLetter, readerOf } from './letters'
import type { Member } from './member'
import type { Deliver, Delivery } from './messages'
import { readConsents } from './read-consents'
import { notAside } from './set-aside'
import { tryAll } from './try-all'

/** What was told by message (告知记录): the evidence that a member was reminded. Platform-and-law §6. */
export interface SentMessage {
  /** `<letter>` of points that came; otherwise `<member>.<day>`: one a day. */
  _id: string
  person: MemberId
  template: DinerTemplate
  letter: string
  news: News
  at: number
  /** `asked` when nobody knows what WeChat did with it. */
  outcome: 'asked' | Delivery
}

const WEEK_MS = 7 * 24 * 3_600_000

/** What was told, newest first, by index: within a week, or to one member. */
export function readTellings({ db, now }: Kept, member: MemberId | undefined, most: number) {
  const _ = db.command
  const where =
    member === undefined ? { at: _.gt(now.getTime() - WEEK_MS) } : { person: _.eq(member), at: _.gt(0) }
  return readMany<SentMessage>(db.collection('messages').where(where).orderBy('at', 'desc').limit(most))
}

const BATCH = 100
/** Numbers of letters a consent remembers having told. */
const REMEMBERED = 50

/**
 * Tell members by message of the letters that wait for one, where they allow it and it is worth it. Returns
 * how many letters were looked at; call again while it is a full batch. REM-02, EXP-04, RED-14.
 */
export async function tellDiners(
  kept: Kept,
  range: MemberRange,
  deliver: Deliver,
): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const due = { messageAt: _.gt(0).and(_.lte(now.getTime())), ...within(kept, range) }
  const waiting = await readMany<KeptLetter>(
    db.collection('letters').where(due).orderBy('messageAt', 'asc').limit(BATCH),
  )
  const people = [...new Set(waiting.map(({ member }) => member))]
  if (people.length === 0) return { due: 0, more: false }
  const [consents, members] = await Promise.all([
    readConsents(db, people, Templates.options),
    readMany<Member>(
      db
        .collection('members')
        .where({ _id: _.in(people), ...notAside(kept) })
        .limit(people.length),
    ),
  ])
  const later: string[] = []
  const told = members.map(async (member) => {
    const theirs = consents.filter(({ person }) => person === member._id)
    const letters = waiting.filter((letter) => letter.member === member._id)
    const again = await tellDiner(kept, deliver, member, theirs, letters)
    later.push(...again.map((no) => `${member._id}.${no}`))
  })
  const [outcome] = await Promise.allSettled([tryAll(told)])
  // Whatever failed may have been delivered: it is not looked at again, and stands in the inbox.
  await lookAgain(kept, waiting, later)
  if (outcome.status === 'rejected') throw outcome.reason
  return { due: waiting.length, more: waiting.length === BATCH }
}

/** At most one message. Returns the numbers of the letters that are looked at another time. */
async function tellDiner(
  kept: Kept,
  deliver: Deliver,
  found: Member,
  consents: readonly Consent[],
  letters: readonly KeptLetter[],
): Promise<number[]> {
  const program = await kept.program()
  const member = asOf(found, kept.now, program)
  const moment = { today: businessDayOf(kept.now), now: kept.now }
  const mailbox = Object.fromEntries(consents.map((consent) => [consent.template, consent])) as Mailbox
  const { send, later } = chooseMessage(letters, mailbox, readerOf(member, program), moment)
  const consent = consents.find(({ template }) => template === send?.template)
  if (send === null || consent === undefined) return later
  const delivery = await tell(kept, deliver, member, consent, send)
  return delivery === 'refused' && send.news.kind !== 'arrived' ? [...later, send.no] : later
}

/** Marked, then noted, then sent: killed anywhere, it is sent once at most. Null when somebody else was quicker. */
async function tell(
  kept: Kept,
  deliver: Deliver,
  { _id: person, account }: Member,
  consent: Consent,
  { template, no, news }: Chosen,
): Promise<Delivery | null> {
  const { db, now } = kept
  const { address } = consent
  const told = [String(no), ...consent.told].slice(0, REMEMBERED)
  if (address === null || !(await mark(kept, consent, told))) return null
  const letter = `${person}.${no}`
  const _id = news.kind === 'arrived' ? letter : `${person}.${businessDayOf(now)}`
  const message: SentMessage = { _id, person, template, letter, news, at: now.getTime(), outcome: 'asked' }
  if (!(await addOnce(db, 'messages', { ...message }))) {
    await takeBack(kept, consent)
    return null
  }
  const delivery = await deliver({ person, address }, template, messageOf(news, balanceOf(account), now))
  if (delivery === 'notAllowed') await giveUp(kept, consent)
  if (delivery === 'refused') await takeBack(kept, consent)
  const _ = db.command
  await db
    .collection('messages')
    .where({ _id: _.eq(_id) })
    .update({ outcome: _.set(delivery) })
  return delivery
}

/** What was looked at is done, or waits for the morning: people are written to once a day at most. */
async function lookAgain({ db, now }: Kept, looked: readonly KeptLetter[], later: readonly string[]) {
  const _ = db.command
  const set = (ids: readonly string[], messageAt: number) =>
    ids.length === 0
      ? Promise.resolve()
      : db
          .collection('letters')
          .where({ _id: _.in(ids) })
          .update({ messageAt: _.set(messageAt) })
  const done = looked.map(({ _id }) => _id).filter((id) => !later.includes(id))
  await tryAll([set(done, 0), set(later, nextMorning(now))])
}
