import type { MemberId } from '../contract'
import { accept, type Result, refuse } from '../domain/result'
import { addOnce, type Kept, type Operator, readMany, readOne } from './database'
import { FENCE_MS } from './fence'
import { readMembers } from './guests'
import type { KeptPhone, Member } from './member'
import { tryAll } from './try-all'

/**
 * Whose a phone number is: one number belongs to one member. Whether he keeps it is said by his own
 * document; the claim is made before that one is written and taken away after it.
 */
export interface PhoneClaim {
  /** A keyed hash of the number. */
  _id: string
  member: MemberId
  /** The command that claimed it. */
  key: string
  /** In ms, while it is not known whether the member keeps it; 0 when he does. */
  openSince: number
}

const SWEEP_BATCH = 100

const holds = (member: Member | null | undefined, handle: string) => member?.profile.phone?.handle === handle

/**
 * Make a number this member's, before he is written. A claim whose member does not keep the number
 * is dead once it is old, and goes to one of those who want it.
 */
export async function claimPhone(
  kept: Kept,
  { handle, member, key }: { handle: string; member: MemberId; key: string },
): Promise<Result<'claimed', 'PHONE_OF_ANOTHER_MEMBER' | 'BUSY'>> {
  const { db, now } = kept
  const claim: PhoneClaim = { _id: handle, member, key, openSince: now.getTime() }
  if (await addOnce(db, 'phones', { ...claim })) return accept('claimed')

  const other = await readOne<PhoneClaim>(db, 'phones', handle)
  if (other === null) return refuse('BUSY')
  if (other.member !== member) {
    const owner = await readOne<Member>(db, 'members', other.member)
    if (holds(owner, handle)) return refuse('PHONE_OF_ANOTHER_MEMBER')
    if (other.openSince > 0 && now.getTime() - other.openSince < FENCE_MS) return refuse('BUSY')
  }
  return (await change(kept, other, claim)) ? accept('claimed') : refuse('BUSY')
}

/**
 * Before a member gives a number up, its claim is put in the name of the command that does it: who is
 * late to confirm another finds it gone. The claim may bear another key than the member's document, when
 * one number was bound twice at once; what somebody has open is left to him. Should nobody come to take
 * the claim away, the sweeper will.
 */
export async function loosenPhone(
  { db, now }: Kept,
  { handle, key }: KeptPhone,
  { member, by }: { member: MemberId; by: string },
): Promise<void> {
  const _ = db.command
  const loosen = (claim: Record<string, Operator>) =>
    db
      .collection('phones')
      .where({ _id: _.eq(handle), ...claim })
      .update({ key: _.set(by), openSince: _.set(now.getTime()) })
  const { updated } = await loosen({ key: _.in([key, by]) })
  if (updated !== 1) await loosen({ member: _.eq(member), openSince: _.eq(0) })
}

/** A claim that was renewed meanwhile has another key and stays. */
export async function freePhone({ db }: Kept, handle: string, by: string): Promise<void> {
  const _ = db.command
  await db
    .collection('phones')
    .where({ _id: _.eq(handle), key: _.eq(by) })
    .remove()
}

/** The member keeps the number. */
export async function confirmPhone(kept: Kept, { handle, key }: KeptPhone): Promise<void> {
  const _ = kept.db.command
  const claim = { _id: _.eq(handle), key: _.eq(key), openSince: _.eq(kept.now.getTime()) }
  await kept.db
    .collection('phones')
    .where(claim)
    .update({ openSince: _.set(0) })
}

/** Who has this number; null when nobody does. */
export async function findByPhone(kept: Kept, handle: string): Promise<Member | null> {
  const claim = await readOne<PhoneClaim>(kept.db, 'phones', handle)
  if (claim === null) return null
  const [member] = await readMembers(kept, [claim.member])
  return member !== undefined && holds(member, handle) ? member : null
}

/** Finish what killed functions left open: a claim is confirmed, or it goes. */
export async function sweepPhones(kept: Kept): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const old = { openSince: _.gt(0).and(_.lt(now.getTime() - FENCE_MS)) }
  const open = await readMany<PhoneClaim>(db.collection('phones').where(old).limit(SWEEP_BATCH))
  const members = await readMembers(kept, [...new Set(open.map(({ member }) => member))])
  const known = new Map(members.map((member) => [member._id, member]))
  await tryAll(open.map((claim) => sweepPhone(kept, claim, known.get(claim.member))))
  return { due: open.length, more: open.length === SWEEP_BATCH }
}

async function sweepPhone(kept: Kept, claim: PhoneClaim, member: Member | undefined): Promise<void> {
  const phone = member?.profile.phone
  if (phone?.handle === claim._id) await change(kept, claim, { ...claim, key: phone.key, openSince: 0 })
  else await kept.db.collection('phones').where(unchanged(kept, claim)).remove()
}

/** On the condition that nobody has touched the claim since it was read. */
async function change(kept: Kept, was: PhoneClaim, is: PhoneClaim): Promise<boolean> {
  const _ = kept.db.command
  const { updated } = await kept.db
    .collection('phones')
    .where(unchanged(kept, was))
    .update({ member: _.set(is.member), key: _.set(is.key), openSince: _.set(is.openSince) })
  return updated === 1
}

const unchanged = ({ db: { command: _ } }: Kept, { _id, member, key, openSince }: PhoneClaim) => ({
  _id: _.eq(_id),
  member: _.eq(member),
  key: _.eq(key),
  openSince: _.eq(openSince),
})
