import type { BranchId, BusinessDay, MemberId, RewardId } from '../contract'
import { businessDayOf } from '../domain/calendar'
import { type Database, type Kept, readMany, readOne } from './database'
import { type Member, waitingIn } from './member'
import { repair } from './outbox'
import type { Action } from './trail'
import { waitingCode } from './waiting-code'

/** A redemption code (兑换码) as it is kept: issued by a claim, then redeemed once or made void. I6. */
export interface Redemption {
  /** The code: sixteen letters and digits. */
  _id: string
  member: MemberId
  memberName: string | null
  reward: RewardId
  rewardName: string
  picture: string
  worth: number
  points: number
  /** What it cost where a full card paid; missing where points did. */
  stamps?: number
  branches: BranchId[] | null
  issuedAt: string
  expiresOn: BusinessDay
  status: 'issued' | 'redeemed' | 'void'
  used: Use | null
  /** How it became void; missing where it is not. */
  voided?: Voiding
  /** In ms, since it is void and while its points or its piece of stock may not be back; 0 when they are. */
  openSince?: number
  /** When they were, in ms. */
  closedAt?: number
  /** How it was used or made void, for the trail. */
  action?: Action
}

/** When, where and by whom a code was used. */
export interface Use {
  at: string
  branch: BranchId
  branchName: string
  staff: MemberId
  by: string
  key: string
}

/** The same for a code that became void, with the reason its owner reads. */
export interface Voiding extends Use {
  reason: string
}

/** Usable through the day it expires. */
export const isExpired = (redemption: Redemption, today: BusinessDay): boolean =>
  redemption.status === 'issued' && redemption.expiresOn < today

/** A code by its letters, also while it waits in an outbox: whoever was told it may show it at once. */
export async function readRedemption(db: Database, code: string): Promise<Redemption | null> {
  const standing = await readOne<Redemption>(db, 'redemptions', code)
  if (standing !== null) return standing
  const waiting = await waitingCode(db, code)
  if (waiting !== null) return waiting.document as unknown as Redemption
  // Between the two looks the sweeper may have put it in its place.
  return readOne<Redemption>(db, 'redemptions', code)
}

const SHOWN_CODES = 100

/** A member's codes, newest first, with those that still wait in his outbox. */
export async function readRedemptions(db: Database, member: MemberId): Promise<Redemption[]> {
  const _ = db.command
  const [owner, standing] = await Promise.all([
    readOne<Member>(db, 'members', member),
    readMany<Redemption>(
      db
        .collection('redemptions')
        .where({ member: _.eq(member) })
        .orderBy('issuedAt', 'desc')
        .limit(SHOWN_CODES),
    ),
  ])
  const known = new Set(standing.map(({ _id }) => _id))
  const waiting = waitingIn<Redemption>(owner?.outbox ?? [], 'redemptions').filter(
    ({ _id }) => !known.has(_id),
  )
  return [...waiting.reverse(), ...standing]
}

export async function countOpenCodes({ db, now }: Kept, member: MemberId): Promise<number> {
  const _ = db.command
  const issued = await readMany<Redemption>(
    db
      .collection('redemptions')
      .where({ member: _.eq(member), status: _.eq('issued') })
      .limit(SHOWN_CODES),
  )
  const today = businessDayOf(now)
  return issued.filter((redemption) => !isExpired(redemption, today)).length
}

/** Use a code, on the condition that nobody has and that it is not void. False when somebody was first. */
export const use = ({ db }: Kept, code: string, by: Use, action: Action): Promise<boolean> =>
  change(db, code, { status: 'redeemed', used: by, action: { ...action } })

/** Make a code void, on the same condition: of who uses it and who makes it void one is first. */
export const voidCode = ({ db, now }: Kept, code: string, by: Voiding, action: Action): Promise<boolean> =>
  change(db, code, { status: 'void', voided: by, openSince: now.getTime(), action: { ...action } })

async function change(db: Database, code: string, fields: Partial<Redemption>): Promise<boolean> {
  if (await changeIssued(db, code, fields)) return true
  const waiting = await waitingCode(db, code)
  if (waiting === null) return false
  await repair(db, [waiting])
  return changeIssued(db, code, fields)
}

async function changeIssued(db: Database, code: string, fields: Partial<Redemption>): Promise<boolean> {
  const _ = db.command
  const changes = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, _.set(value)]))
  const { updated } = await db
    .collection('redemptions')
    .where({ _id: _.eq(code), status: _.eq('issued') })
    .update(changes)
  return updated === 1
}
