import type { BusinessDay, LedgerLine, Letter, MemberId, News, Program } from '../contract'
import { INBOX_PAGE } from '../contract/letter'
import { earliestOf, instantOf } from '../domain/calendar'
import type { Waiting } from '../domain/letters/renew'
import { nextReminderOf, type Reader, writeLetters } from '../domain/letters/write-letters'
import { awakeAt } from '../domain/messages/quiet-hours'
import { nextDueOf } from '../domain/next-due'
import { type Database, readMany } from './database'
import { guestOf, type Member, type Row } from './member'

/** A letter (站内信) as it is kept. */
export interface KeptLetter extends Omit<Waiting, 'at'> {
  /** `<member>.<no>`: there can be only one letter in a place. */
  _id: string
  member: MemberId
  /** When it was written, in ms. */
  at: number
  /** From when on it is looked at whether a message is worth it, in ms; 0 when that is over. */
  messageAt: number
}

/** What letters to a member depend on, with the programme of the day. */
export const readerOf = (member: Member, program: Program): Reader => ({
  ...guestOf(member),
  account: member.account,
  program,
})

/**
 * A member as he is after these lines, with the day on which the timer looks at him next, and the letters that tell
 * him so. They are rows of the same commit: who is killed after it has written them all the same.
 */
export function inform(
  member: Member,
  lines: readonly LedgerLine[],
  today: BusinessDay,
  program: Program,
  now: Date,
): { member: Member; rows: Row[] } {
  const reader = readerOf(member, program)
  const entries = lines.map(({ entry }) => entry)
  const { inbox, news } = writeLetters(member.inbox, reader, entries, today)
  const rows = news.map((one, index): Row => {
    const no = member.inbox.written + index + 1
    return { collection: 'letters', document: letterOf(member._id, no, one, today, now) }
  })
  const days = {
    nextDueOn: earliestOf([nextDueOf(member, program), nextReminderOf(inbox, reader, today)]),
    programFrom: program.validFrom,
  }
  return { member: { ...member, inbox, ...days }, rows }
}

const letterOf = (member: MemberId, no: number, news: News, on: BusinessDay, now: Date) => ({
  _id: `${member}.${no}`,
  member,
  no,
  at: now.getTime(),
  on,
  news,
  // Who has just paid is told at once; for anything else nobody is woken.
  messageAt: news.kind === 'arrived' ? now.getTime() : awakeAt(now),
})

/**
 * A page of a member's letters, newest first, by index. The answer still wants the member, so that a letter
 * that has not reached its collection yet is not missing.
 */
export async function readLetters(db: Database, member: MemberId, before: number | undefined) {
  const _ = db.command
  const where = { member: _.eq(member), ...(before === undefined ? {} : { no: _.lt(before) }) }
  const kept = await readMany<KeptLetter>(
    db
      .collection('letters')
      .where(where)
      .orderBy('no', 'desc')
      .limit(INBOX_PAGE + 1),
  )
  return ({ outbox }: Member): KeptLetter[] => {
    const waiting = outbox.flatMap(({ collection, document }) =>
      collection === 'letters' ? [document as unknown as KeptLetter] : [],
    )
    const missing = waiting.filter(
      ({ no }) => (before === undefined || no < before) && !kept.some((letter) => letter.no === no),
    )
    return [...missing, ...kept].sort((a, b) => b.no - a.no).slice(0, INBOX_PAGE + 1)
  }
}

export const shown = ({ no, at, news }: KeptLetter): Letter => ({ no, at: instantOf(new Date(at)), news })
