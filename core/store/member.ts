import type { BusinessDay, Entry, LedgerLine, MemberId } from '../contract'
import { type Account, balanceOf, openAccount, post } from '../domain/account'
import { points } from '../domain/amounts'
import type { Celebrant } from '../domain/birthday-discount'
import { instantOf, monthOf, NEVER } from '../domain/calendar'
import { deltaOf } from '../domain/delta-of'
import { kindOf } from '../domain/kind'
import { emptyInbox, type Inbox } from '../domain/letters/write-letters'
import type { CollectionName } from './database'

export interface Profile {
  name: string | null
  /** `MM-DD`. */
  birthday: string | null
  /** The day he told it; missing where he has not, or did before that was kept. C-19. */
  birthdaySince?: BusinessDay
  /** Missing when he has given none. */
  phone?: KeptPhone
  /** By which friends come; his for ever. */
  referralCode?: string
}

/** A phone number as it is kept: nobody reads it here, and it is found only by who knows it. */
export interface KeptPhone {
  /** A keyed hash of the number; the id of its claim. */
  handle: string
  sealed: string
  /** The command that bound it. */
  key: string
}

/** A document to add beside the member, under an id that is the same however often it is tried. */
export interface Row {
  collection: CollectionName
  document: { _id: string } & Record<string, unknown>
}

/** Everything a decision about a member needs, in one document. */
export interface Member {
  _id: MemberId
  /** Counts commits; the condition of the next one. */
  version: number
  /** Number of the newest ledger line. */
  seq: number
  account: Account
  profile: Profile
  joinedOn: BusinessDay
  /** Keys of the latest commands: proof that one ran although its operation was not seen yet. */
  recent: string[]
  /** The latest ledger lines, newest first. */
  latest: LedgerLine[]
  /** Rows of the latest commits that may not stand in their collections yet. */
  outbox: Row[]
  /** When the outbox was last filled, in ms; 0 when it is empty. */
  outboxSince: number
  /** The first day on which time changes the account or brings a letter. */
  nextDueOn: BusinessDay
  /** Where somebody has to look at points that wait. */
  reviews: string[]
  /** Set aside by a job that could not treat him, since then, in ms. */
  asideSince?: number
  inbox: Inbox
  /** When the programme began by which he was last looked at. */
  programFrom: BusinessDay
}

const KEPT_LINES = 8
export const KEPT_KEYS = 32

export const newMember = (id: MemberId, today: BusinessDay): Member => ({
  _id: id,
  version: 0,
  seq: 0,
  account: openAccount(),
  profile: { name: null, birthday: null },
  joinedOn: today,
  recent: [],
  latest: [],
  outbox: [],
  outboxSince: 0,
  nextDueOn: NEVER,
  inbox: emptyInbox(),
  programFrom: today,
  reviews: [],
})

/** What of himself he has told us that a bill or a letter depends on. */
export const guestOf = ({ profile, joinedOn }: Pick<Member, 'profile' | 'joinedOn'>): Celebrant => {
  const { birthday, birthdaySince } = profile
  return { birthday, birthdaySince, joinedOn }
}

/** Post entries: the account moves, and each becomes a numbered line with the balance after it. I13. */
export function write(member: Member, entries: readonly Entry[], key: string, now: Date) {
  let { account, seq } = member
  const lines: LedgerLine[] = []
  for (const [index, entry] of entries.entries()) {
    account = post(account, entry)
    seq += 1
    lines.push({
      id: `${member._id}.${seq}`,
      key,
      index,
      member: member._id,
      seq,
      kind: kindOf(entry),
      month: monthOf(entry.on),
      at: instantOf(now),
      delta: deltaOf(entry),
      balance: points(balanceOf(account)),
      entry,
    })
  }
  const latest = [...[...lines].reverse(), ...member.latest].slice(0, KEPT_LINES)
  return { member: { ...member, account, seq, latest }, lines }
}

/** What waits in an outbox for its collection, oldest first. */
export const waitingIn = <T>(outbox: readonly Row[], collection: CollectionName): T[] =>
  outbox.flatMap((row) => (row.collection === collection ? [row.document as unknown as T] : []))

/** A line (流水) on its way to the ledger. */
export const lineRow = (line: LedgerLine): Row => ({
  collection: 'entries',
  document: { _id: line.id, ...line },
})
