import type { LedgerLine } from '../contract'
import { assert } from '../domain/result'
import { type Database, readMany, readOne } from './database'
import { type Member, waitingIn } from './member'
import type { Redemption } from './redemption'

/** What a claim burned, and the command and the attempt by which it took its piece of stock. */
export interface FoundClaim {
  key: string
  claimed: Extract<LedgerLine['entry'], { type: 'RewardClaimed' }>
}

/** The claim that issued a code, also while its line waits in an outbox. It never changes. */
export async function findClaim(db: Database, { _id: code, member }: Redemption): Promise<FoundClaim> {
  const found =
    (await findStanding(db, member, code)) ??
    (await findWaiting(db, member, code)) ??
    // Between the two looks the sweeper may have put it in its place.
    (await findStanding(db, member, code))
  assert(found !== null, `a code that ends in ${code.slice(-4)} was issued by no claim`)
  return found
}

async function findStanding(db: Database, member: Redemption['member'], code: string) {
  const _ = db.command
  const burns = { member: _.eq(member), kind: _.eq('burn'), 'entry.redemption': _.eq(code) }
  return claimIn(await readMany<LedgerLine>(db.collection('entries').where(burns).limit(1)), code)
}

async function findWaiting(db: Database, member: Redemption['member'], code: string) {
  const owner = await readOne<Member>(db, 'members', member)
  return claimIn(waitingIn(owner?.outbox ?? [], 'entries'), code)
}

function claimIn(lines: readonly LedgerLine[], code: string): FoundClaim | null {
  const claims = lines.flatMap(({ key, entry }) =>
    entry.type === 'RewardClaimed' && entry.redemption === code ? [{ key, claimed: entry }] : [],
  )
  return claims[0] ?? null
}
