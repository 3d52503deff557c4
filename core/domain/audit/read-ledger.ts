import type { Draw, Entry, LedgerLine } from '../../contract'
import { type Account, balanceOf, openAccount, post } from '../account'
import { GROUPS, usedOf } from '../count-towards-caps'
import { deltaOf } from '../delta-of'
import { canMoveStamps } from '../stamps'
import { canTakeBack } from './can-take-back'

/** A line that is not as it must be. */
export interface Flaw {
  kind: 'LINE_MISSING' | 'LINE_DAMAGED' | 'BALANCE_BROKEN'
  seq: number
  expected: number | null
  found: number | null
}

/** What a member's lines say, from his last correction on: what stood before it is closed. */
export interface LedgerReading {
  /** What they add up to; null when a line is missing or damaged. */
  account: Account | null
  /** The newest line. */
  last: LedgerLine | null
  /** The correction it begins with, if there was one. */
  correction: LedgerLine | null
  flaws: Flaw[]
}

/** Read the lines that the member counts, `seq` of them. I1, I13. */
export function readLedger(kept: readonly LedgerLine[], seq: number): LedgerReading {
  const sorted = [...kept].sort((a, b) => a.seq - b.seq)
  const start = sorted.findLastIndex(({ entry, seq: at }) => entry.type === 'AccountCorrected' && at <= seq)
  const correction = sorted[start] ?? null
  const lines = start < 0 ? sorted : sorted.slice(start)
  const flaws = [...misplaced(lines, correction?.seq ?? 1, seq), ...lines.flatMap(damageOf)]
  const mine = lines.filter((line) => line.seq <= seq)
  const { account, stuckAt } = flaws.length > 0 ? UNREAD : addUp(mine)
  const stuck = stuckAt === null ? [] : [damaged(stuckAt)]
  return { account, last: mine.at(-1) ?? null, correction, flaws: [...flaws, ...stuck, ...jumps(mine)] }
}

const UNREAD = { account: null, stuckAt: null }

const damaged = (seq: number, expected: number | null = null, found: number | null = null): Flaw => ({
  kind: 'LINE_DAMAGED',
  seq,
  expected,
  found,
})

/** Numbers without gaps, each once, none beyond what the member counts. */
function misplaced(lines: readonly LedgerLine[], first: number, last: number): Flaw[] {
  const flaws: Flaw[] = []
  const gap = (from: number, to: number): Flaw => ({
    kind: 'LINE_MISSING',
    seq: from,
    expected: to - from,
    found: 0,
  })
  let next = first
  for (const { seq } of lines) {
    if (seq > last || seq < next) flaws.push(damaged(seq, next, seq))
    else {
      if (seq > next) flaws.push(gap(next, seq))
      next = seq + 1
    }
  }
  return next <= last ? [...flaws, gap(next, last + 1)] : flaws
}

/** A line says what its entry moves, and a bill's points are what its steps come to. */
function damageOf({ id, member, seq, delta, entry }: LedgerLine): Flaw[] {
  const moved = deltaOf(entry)
  if (delta !== moved) return [damaged(seq, moved, delta)]
  if (entry.type === 'BillSettled' && (entry.steps.at(-1)?.points ?? entry.earned) !== entry.earned)
    return [damaged(seq, entry.steps.at(-1)?.points, entry.earned)]
  return id === `${member}.${seq}` ? [] : [damaged(seq)]
}

/** Each balance is the one before it and what the line moves. */
const jumps = (lines: readonly LedgerLine[]): Flaw[] =>
  lines.flatMap(({ seq, delta, balance, entry }, index): Flaw[] => {
    const before = lines[index - 1]
    if (before !== undefined && before.seq !== seq - 1) return []
    const expected =
      entry.type === 'AccountCorrected' ? balanceOf(entry.account) : (before?.balance ?? 0) + delta
    const follows = before !== undefined || seq === 1 || entry.type === 'AccountCorrected'
    return balance === expected || !follows ? [] : [{ kind: 'BALANCE_BROKEN', seq, expected, found: balance }]
  })

function addUp(lines: readonly LedgerLine[]): { account: Account | null; stuckAt: number | null } {
  let account = openAccount()
  for (const { entry, seq } of lines) {
    if (!canPost(account, entry)) return { account: null, stuckAt: seq }
    account = post(account, entry)
  }
  return { account, stuckAt: null }
}

/** Whether `post` would accept the entry: nothing is taken that is not there, nothing grows out of bounds. */
function canPost(account: Account, entry: Entry): boolean {
  const left = new Map(account.lots.map((lot): [string, number] => [lot.expiresOn, lot.left]))
  for (const { lot, points } of drawsOf(entry)) {
    const rest = (left.get(lot) ?? Number.NaN) - points
    if (!(rest >= 0)) return false
    if (rest === 0) left.delete(lot)
    else left.set(lot, rest)
  }
  if ('repaid' in entry && entry.repaid > account.debt) return false
  if (!canMoveStamps(account, entry)) return false
  if ('earned' in entry && entry.repaid > entry.earned) return false
  if (entry.type === 'BillReversed' && !canTakeBack(account, entry)) return false
  if ('pending' in entry && entry.type !== 'PointsPending' && !isPending(account, entry)) return false
  if (entry.type === 'PendingForfeited' && !hasRoom(account, entry)) return false
  const spend = entry.type === 'BillSettled' ? entry.amount : 0
  return (
    Number.isSafeInteger(balanceOf(account) + deltaOf(entry)) &&
    Number.isSafeInteger(account.qualifyingSpend + spend) &&
    Number.isSafeInteger(account.growth.points + ('earned' in entry ? entry.earned : 0))
  )
}

const isPending = (
  { pending }: Account,
  entry: Extract<Entry, { type: 'PendingReleased' | 'PendingForfeited' }>,
) => {
  const points = entry.type === 'PendingReleased' ? entry.earned : entry.points
  return pending.some((one) => one.id === entry.pending && one.points >= points)
}

/** What makes room in a cap has counted towards it. */
function hasRoom(
  account: Account,
  { room, source, points }: Extract<Entry, { type: 'PendingForfeited' }>,
): boolean {
  const group = GROUPS[source]
  return room === undefined || (group !== null && points <= usedOf(account, group, room))
}

const drawsOf = (entry: Entry): readonly Draw[] => ('drawn' in entry ? entry.drawn : [])
