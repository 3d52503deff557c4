import type { BusinessDay, ClaimReversed, Points } from '../contract'
import { balanceOf, post } from '../domain/account'
import { accept, assert, type Result, refuse } from '../domain/result'
import { pointsBackOf, reverseClaim as takeBack } from '../domain/reverse/reverse-claim'
import type { Command } from './command'
import { type Kept, readMany } from './database'
import { type FoundClaim, findClaim } from './find-claim'
import { once } from './once'
import type { Redemption } from './redemption'
import { returnPiece } from './return-piece'
import { tryAll } from './try-all'

export interface ClaimTakenBack {
  rewardName: string
  points: Points
  repaid: Points
  stamps: number
  expiresOn: BusinessDay | null
  balance: Points
}

/**
 * Give back what a void code cost: its points to the member, its piece to the shelf. The code decides,
 * and it has: whoever comes here, the colleague's call, the same asked again or the sweeper, does what is
 * left to do. The key is the code's own, so that the points come once. I6, I7, C-50.
 */
export async function reverseClaim(
  kept: Kept,
  redemption: Redemption,
  found: FoundClaim,
): Promise<Result<ClaimTakenBack, 'BUSY'>> {
  const returned = await returnPoints(kept, redemption, found)
  if (returned.ok && isOpen(redemption)) await closeInTime(kept, redemption, found)
  return returned
}

/** One that was closed when it was read is left alone: that its piece is back is remembered for some minutes only. */
const isOpen = ({ openSince = 0 }: Redemption): boolean => openSince > 0

async function returnPoints(
  kept: Kept,
  { _id: code, member, voided }: Redemption,
  { claimed }: FoundClaim,
): Promise<Result<ClaimTakenBack, 'BUSY'>> {
  assert(voided !== undefined, 'only a void code gives its points back')
  const { reason, by } = voided
  const { reward, rewardName, drawn, ofDay, stamps } = claimed
  const command: Command<null, never> = {
    procedure: 'cashier.reverseClaim',
    key: `void.${code}`,
    member,
    input: { code },
    beside: async () => accept(null),
  }
  const done = await once<null, never, ClaimTakenBack, never>(
    kept,
    command,
    (owner, _beside, on, program) => {
      assert(owner !== null, 'whoever claimed is a member')
      const claim = { reward, rewardName, redemption: code, drawn, ofDay, stamps, reason, by }
      const entry = takeBack(owner.account, claim, on, program)
      return accept({ entries: [entry], reply: tellOf(entry, balanceOf(post(owner.account, entry))) })
    },
  )
  if (done.ok) return done
  assert(done.refusal === 'BUSY', `a void code was answered ${done.refusal}`)
  return refuse(done.refusal)
}

function tellOf(entry: ClaimReversed, balance: Points): ClaimTakenBack {
  const { rewardName, returned, repaid, stamps = 0 } = entry
  const [first] = returned.map(({ lot }) => lot).sort()
  return { rewardName, points: pointsBackOf(entry), repaid, stamps, expiresOn: first ?? null, balance }
}

/** The points are back. What of the rest fails here is repeated by the sweeper. */
async function closeInTime(kept: Kept, redemption: Redemption, found: FoundClaim): Promise<void> {
  try {
    await close(kept, redemption, found)
  } catch (error) {
    kept.warn('a void code waits for the sweeper', error)
  }
}

async function close(kept: Kept, redemption: Redemption, found: FoundClaim): Promise<void> {
  if (!(await returnPiece(kept, redemption, found))) return
  const { db, now } = kept
  const _ = db.command
  await db
    .collection('redemptions')
    .where({ _id: _.eq(redemption._id), openSince: _.gt(0) })
    .update({ openSince: _.set(0), closedAt: _.set(now.getTime()) })
}

/** A colleague's own call is doing it. */
const SWEEP_AFTER_MS = 5_000
const SWEEP_BATCH = 100

/** Finish what killed calls left. Returns how many codes were void and not closed; call again while there are more. I15. */
export async function sweepVoidCodes(kept: Kept): Promise<{ due: number; more: boolean }> {
  const { db, now } = kept
  const _ = db.command
  const open = { openSince: _.gt(0).and(_.lt(now.getTime() - SWEEP_AFTER_MS)) }
  const due = await readMany<Redemption>(db.collection('redemptions').where(open).limit(SWEEP_BATCH))
  await tryAll(due.map(async (code) => reverseClaim(kept, code, await findClaim(kept.db, code))))
  return { due: due.length, more: due.length === SWEEP_BATCH }
}
