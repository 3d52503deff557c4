import type { MemberId } from '../contract'
import { rewardId } from '../domain/referral/errands'
import { type SentReward, turnsOf } from '../domain/referral/friend-standing'
import { type Kept, readMany } from './database'
import type { KeptErrand } from './errand'
import type { Member } from './member'

/** Whose code this is; null when it is nobody's or, however unlikely, more than one member's. */
export async function findReferrer({ db }: Kept, code: string): Promise<Member | null> {
  const _ = db.command
  const owners = db.collection('members').where({ 'profile.referralCode': _.eq(code) })
  const found = await readMany<Member>(owners.limit(2))
  return found.length === 1 ? (found[0] ?? null) : null
}

const SHOWN = 100

/** A member as far as who brought him may know. */
export interface BroughtMember {
  _id: MemberId
  profile: { name: string | null }
  joinedOn: Member['joinedOn']
  account: { referredBy: NonNullable<Member['account']['referredBy']> }
}

/** Whom a member brought, the last who joined first, by index. REF-08. */
export function readBrought({ db }: Kept, referrer: MemberId): Promise<BroughtMember[]> {
  const _ = db.command
  const brought = db.collection('members').where({ 'account.referredBy.member': _.eq(referrer) })
  const fields = { 'profile.name': true, joinedOn: true, 'account.referredBy': true } as const
  return readMany<BroughtMember>(brought.orderBy('joinedOn', 'desc').limit(SHOWN).field(fields))
}

/** The rewards that were sent for them. */
export async function readSentRewards(
  { db }: Kept,
  referrer: MemberId,
  brought: readonly BroughtMember[],
): Promise<SentReward[]> {
  const ids = brought.flatMap(({ _id, account: { referredBy } }) =>
    turnsOf(referredBy).map((turn) => rewardId({ referrer, referee: _id }, turn, 'referrer')),
  )
  if (ids.length === 0) return []
  const query = db.collection('errands').where({ _id: db.command.in(ids) })
  const sent = await readMany<Pick<KeptErrand, 'task' | 'outcome'>>(query.limit(ids.length))
  return sent.flatMap(({ task, outcome }) => (task.kind === 'rewardReferral' ? [{ task, outcome }] : []))
}
