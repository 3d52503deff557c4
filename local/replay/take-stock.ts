import { memberIdOf } from '../../cloudfunctions/codes'
import type { Entry, LedgerLine, MemberId, Program } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { billId } from '../../core/store/bill-claim'
import type { Database } from '../../core/store/database'
import type { Member } from '../../core/store/member'
import { auditMember } from './audit-member'
import { readLedgers } from './read-ledgers'

/** What stands in the database about the members asked for. */
export interface Stock {
  issued: { total: number; bySource: { registration: number; spend: number; gifts: number } }
  burned: number
  expired: number
  balance: number
  /** Points beyond a cap that wait for a person: not issued yet. */
  waiting: number
  members: number
  /** Members by tier, in the programme's order. */
  tiers: Record<string, number>
  /** How often each bill was settled, by `branch.number`. */
  settled: Map<string, number>
  problems: string[]
}

/** Read every member and every line, prove each account, and add up. */
export async function takeStock(
  { db, secret }: { db: Database; secret: string },
  openids: readonly string[],
  program: Program,
): Promise<Stock> {
  const stock: Stock = {
    issued: { total: 0, bySource: { registration: 0, spend: 0, gifts: 0 } },
    burned: 0,
    expired: 0,
    balance: 0,
    waiting: 0,
    members: 0,
    tiers: Object.fromEntries(program.tiers.map(({ id }) => [id, 0])),
    settled: new Map(),
    problems: [],
  }
  const ids = openids.map((openid): MemberId => memberIdOf(secret, openid))
  await readLedgers(db, ids, (member, lines) => addMember(stock, member, lines))
  const { issued, burned, expired, balance } = stock
  if (issued.total - burned - expired !== balance)
    stock.problems.push(`${issued.total} issued − ${burned} burned − ${expired} expired is not ${balance}`)
  return stock
}

function addMember(stock: Stock, member: Member, lines: readonly LedgerLine[]): void {
  stock.members += 1
  stock.balance += balanceOf(member.account)
  stock.waiting += member.account.pending.reduce((sum, { points }) => sum + points, 0)
  const tier = member.account.tier ?? 'none'
  stock.tiers[tier] = (stock.tiers[tier] ?? 0) + 1
  for (const { entry } of lines) addEntry(stock, entry)
  stock.problems.push(...auditMember(member, lines))
}

function addEntry(stock: Stock, entry: Entry): void {
  const drawn = 'drawn' in entry ? entry.drawn.reduce((sum, { points }) => sum + points, 0) : 0
  switch (entry.type) {
    case 'MemberJoined':
      issue(stock, 'registration', entry.earned)
      return
    case 'BillSettled': {
      issue(stock, 'spend', entry.earned)
      const bill = billId(entry.branch, entry.bill)
      stock.settled.set(bill, (stock.settled.get(bill) ?? 0) + 1)
      return
    }
    case 'PointsGranted':
      issue(stock, 'gifts', entry.earned)
      return
    case 'PendingReleased':
      issue(stock, entry.source === 'bill' ? 'spend' : 'gifts', entry.earned)
      return
    case 'RewardClaimed':
    case 'TierBought':
      stock.burned += drawn
      return
    case 'PointsExpired':
      stock.expired += drawn
      return
    case 'TierChanged':
    case 'TierReviewed':
    case 'KeepBegan':
    case 'ReviewPaused':
    case 'PointsPending':
      return
  }
}

function issue({ issued }: Stock, source: keyof Stock['issued']['bySource'], earned: number): void {
  issued.total += earned
  issued.bySource[source] += earned
}
