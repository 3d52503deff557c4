import type { AccountState, BusinessDay, MemberId } from '../contract'
import { type Bar, bar as decideBar, liftBar as decideLift } from '../domain/bar'
import { accept, type Result, refuse } from '../domain/result'
import { asOf } from './as-of'
import type { Decide } from './command'
import { type Kept, readMany } from './database'
import type { Member } from './member'
import { once } from './once'
import type { Staff } from './staff'

interface Asked {
  key: string
  member: MemberId
}
type No = 'MEMBER_NOT_FOUND' | 'OWN_ACCOUNT'
type Outcome<T, R extends string> = Promise<Result<T, R | 'KEY_REUSED' | 'BUSY'>>
type Until = { member: MemberId; until: BusinessDay | null }

/** A colleague puts somebody on the blacklist (黑名单), or takes him off: a command on that member, kept under its key. SEC-02. */
const commandOf = (procedure: string, { key, member, ...input }: Asked, note: string, staff: Staff) => ({
  procedure,
  key,
  member,
  input,
  beside: async () => accept(null),
  by: () => ({ staff, member, subject: note }),
})

/** Nobody does it to himself. RISK-04. */
export function bar(
  kept: Kept,
  asked: Asked & Omit<Bar, 'by'>,
  staff: Staff,
): Outcome<Until, No | 'ALREADY_BARRED'> {
  const decide: Decide<null, Until, No | 'ALREADY_BARRED'> = (found, _beside, on, program) => {
    if (found === null) return refuse('MEMBER_NOT_FOUND')
    if (found._id === staff._id) return refuse('OWN_ACCOUNT')
    const entries = decideBar(found.account, { ...asked, by: staff.name }, on, program)
    if (!entries.ok) return entries
    const [barred] = entries.value
    return accept({ entries: entries.value, reply: { member: found._id, until: barred.until } })
  }
  return once(kept, commandOf('manager.bar', asked, asked.note, staff), decide)
}

export function liftBar(
  kept: Kept,
  asked: Asked & Pick<Bar, 'note'>,
  staff: Staff,
): Outcome<{ member: MemberId }, No | 'NOT_BARRED'> {
  const decide: Decide<null, { member: MemberId }, No | 'NOT_BARRED'> = (found, _beside, on, program) => {
    if (found === null) return refuse('MEMBER_NOT_FOUND')
    if (found._id === staff._id) return refuse('OWN_ACCOUNT')
    const entries = decideLift(found.account, { note: asked.note, by: staff.name }, on, program)
    return entries.ok ? accept({ entries: entries.value, reply: { member: found._id } }) : entries
  }
  return once(kept, commandOf('manager.liftBar', asked, asked.note, staff), decide)
}

const MOST = 100

type BarredMember = Member & { barred: NonNullable<AccountState['barred']> }

/** Everybody who is barred at this moment, by index: the latest first. */
export async function readBarred(kept: Kept): Promise<BarredMember[]> {
  const since = { 'account.barred.since': kept.db.command.gt('') }
  const [program, members] = await Promise.all([
    kept.program(),
    readMany<Member>(
      kept.db.collection('members').where(since).orderBy('account.barred.since', 'desc').limit(MOST),
    ),
  ])
  return members.flatMap((found) => {
    const member = asOf(found, kept.now, program)
    const { barred } = member.account
    return barred === undefined ? [] : [{ ...member, barred }]
  })
}
