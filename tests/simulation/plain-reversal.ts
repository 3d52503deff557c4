import type { Draw, Program } from '../../core/contract'
import { plainDaysLater, plainUncome } from './plain-caps'
import { show, sorted } from './plain-lots'
import type { PlainLine, PlainMember, PlainSettled } from './plain-model'
import type { PlainOutcome } from './plain-outcome'
import { plainUnstamp } from './plain-stamps'
import { begin, reachOf } from './plain-tiers'
import { plainReopen } from './plain-withdrawal'

const DAY_MS = 86_400_000
const REVERSIBLE_DAYS = 90

/** Takes from one lot what is there; how much that was. */
function takeFrom(lots: Map<string, number>, lot: string, most: number): number {
  const there = lots.get(lot) ?? 0
  const taken = Math.min(there, most)
  if (taken === there) lots.delete(lot)
  else lots.set(lot, there - taken)
  return taken
}

/** What a bill made goes: from its lots, from what had expired of them, from other lots, and the rest is owed. */
function takePoints(member: PlainMember, parts: { lot: string; points: number }[]) {
  const before = new Map(member.lots)
  let [lapsed, used] = [0, 0]
  for (const { lot, points } of parts) {
    const there = takeFrom(member.lots, lot, points)
    const gone = takeFrom(member.gone, lot, points - there)
    lapsed += gone
    used += points - there - gone
  }
  for (const [lot] of sorted(member)) used -= takeFrom(member.lots, lot, used)
  member.debt += used
  const drawn = [...before]
    .map(([lot, points]) => ({ lot, points: points - (member.lots.get(lot) ?? 0) }) as Draw)
    .filter(({ points }) => points > 0)
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
  return { drawn, lapsed, owed: used }
}

/** Parts of a bill are taken back so that together they are the whole, whatever the parts. */
export function plainReverse(
  member: PlainMember,
  key: string,
  fen: number,
  on: string,
  program: Program,
): PlainOutcome {
  const bill = member.settled.get(key)
  if (bill === undefined) return { refusal: 'BILL_NOT_FOUND', lines: [] }
  if (Date.parse(on) - Date.parse(bill.on) > REVERSIBLE_DAYS * DAY_MS)
    return { refusal: 'BILL_TOO_OLD', lines: [] }
  const left = bill.fen - bill.fenBack - fen
  if (left < 0) return { refusal: 'MORE_THAN_BILL_CARRIES', lines: [] }
  bill.fenBack += fen
  const parts = plainParts(bill)
  const points = parts.reduce((sum, part) => sum + part.points, 0)
  const { drawn, lapsed, owed } = takePoints(member, parts)
  const room = parts.flatMap((part) =>
    part.filled === null ? [] : plainUncome(member, part.filled, part.points),
  )
  const delta = drawn.reduce((sum, one) => sum - one.points, 0)
  const lots = `${points}: ${show(drawn)} lapsed ${lapsed} owed ${owed} left ${left} room ${room.join(' ')}${plainUnstamp(member, bill)}`
  const reversed: PlainLine = { type: 'BillReversed', on, delta: delta === 0 ? 0 : delta, lots }
  const forfeited = plainForfeit(member, key, bill, on)
  const counted = plainCount(member, { key, on: bill.on }, { fen, points }, left, on, program)
  const lines = [reversed, ...forfeited, ...counted]
  if (left > 0) return { refusal: null, lines }
  const reopened = plainReopen(member, key, on)
  return { refusal: null, lines: [...lines, ...reopened.lines], promises: reopened.promises }
}

/** Of so many points of a bill, so many are gone with what is gone of it. */
const goneOf = (earned: number, { fen, fenBack }: PlainSettled) => Math.floor((earned * fenBack) / fen)

/** What he has of a bill: what came with it, and what has come since. Remembers what goes. */
function plainParts(bill: PlainSettled) {
  const own = goneOf(bill.earned, bill) - bill.pointsBack
  bill.pointsBack += own
  const came = bill.beyond.flatMap((one) => {
    if (one.lot === null) return []
    const points = goneOf(one.earned, bill) - one.back
    one.back += points
    return [{ lot: one.lot, points, filled: one.filled }]
  })
  return [{ lot: bill.lot, points: own, filled: bill.on as string | null }, ...came]
}

/** Of what waits as much as of the bill. */
function plainForfeit(member: PlainMember, key: string, bill: PlainSettled, on: string): PlainLine[] {
  const lines: PlainLine[] = []
  for (const wait of member.waits) {
    if (wait.bill !== key || wait.beyond === undefined) continue
    wait.beyond.back = goneOf(wait.beyond.earned, bill)
    const stays = wait.beyond.earned - wait.beyond.back
    if (stays < wait.points) lines.push({ type: 'PendingForfeited', on, delta: 0, lots: '' })
    wait.points = stays
  }
  member.waits = member.waits.filter(({ points }) => points > 0)
  return lines
}

/** Spend and orders count for less, and so may the tier. */
function plainCount(
  member: PlainMember,
  { key, on: paidOn }: { key: string; on: string },
  { fen, points }: { fen: number; points: number },
  left: number,
  on: string,
  program: Program,
): PlainLine[] {
  const { ladder, jubilees } = member
  const reached = reachOf(member, on, program.tiers)
  member.spend -= fen
  ladder.paid.push({ on: paidOn, fen: -fen, points: -points })
  if (left === 0) {
    const month = paidOn.slice(0, 7)
    member.bills -= 1
    if (member.party?.key === key) member.party = null
    for (const [nth, by] of jubilees) if (by === key) jubilees.delete(nth)
    member.months.set(month, Math.max((member.months.get(month) ?? 0) - 1, 0))
  }
  const reaches = reachOf(member, on, program.tiers)
  if (member.tier > reached || member.tier <= reaches) return []
  member.tier = reaches
  ladder.gotOn = on
  begin(member, plainDaysLater(on, 1), program)
  return [{ type: 'TierChanged', on, delta: 0, lots: '' }]
}
