import type { Draw, Program } from '../../core/contract'
import { plainDaysLater } from './plain-caps'
import { show, sorted } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'
import type { PlainOutcome } from './plain-outcome'
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

/** What a bill made goes: from its lot, from what had expired of it, from other lots, and the rest is owed. */
function takePoints(member: PlainMember, own: string, points: number) {
  const drawn: Draw[] = []
  let due = points
  const draw = (lot: string) => {
    const taken = takeFrom(member.lots, lot, due)
    if (taken > 0) drawn.push({ lot, points: taken } as Draw)
    due -= taken
  }
  draw(own)
  const lapsed = takeFrom(member.gone, own, due)
  due -= lapsed
  for (const [lot] of sorted(member)) draw(lot)
  member.debt += due
  return { drawn, lapsed, owed: due }
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
  const points = Math.floor((bill.earned * (bill.fen - left)) / bill.fen) - bill.pointsBack
  bill.fenBack += fen
  bill.pointsBack += points
  const { drawn, lapsed, owed } = takePoints(member, bill.lot, points)
  const delta = drawn.reduce((sum, one) => sum - one.points, 0)
  const lots = `${show(drawn)} lapsed ${lapsed} owed ${owed} left ${left}`
  const reversed: PlainLine = { type: 'BillReversed', on, delta: delta === 0 ? 0 : delta, lots }
  const forfeited = plainForfeit(member, key, left, left + fen, on)
  const counted = plainCount(member, bill, { fen, points }, left, on, program)
  const lines = [reversed, ...forfeited, ...counted]
  if (left > 0) return { refusal: null, lines }
  const reopened = plainReopen(member, key, on)
  return { refusal: null, lines: [...lines, ...reopened.lines], promises: reopened.promises }
}

/** Of what waits as much as of the bill. */
function plainForfeit(
  member: PlainMember,
  key: string,
  left: number,
  before: number,
  on: string,
): PlainLine[] {
  let lines = 0
  for (const wait of member.waits) {
    if (wait.bill !== key) continue
    const stays = Math.floor((wait.points * left) / before)
    if (stays < wait.points) lines += 1
    wait.points = stays
  }
  member.waits = member.waits.filter(({ points }) => points > 0)
  return Array.from({ length: lines }, () => ({ type: 'PendingForfeited', on, delta: 0, lots: '' }))
}

/** Spend and orders count for less, and so may the tier. */
function plainCount(
  member: PlainMember,
  bill: { on: string },
  { fen, points }: { fen: number; points: number },
  left: number,
  on: string,
  program: Program,
): PlainLine[] {
  const { ladder } = member
  const reached = reachOf(member, on, program.tiers)
  member.spend -= fen
  ladder.paid.push({ on: bill.on, fen: -fen, points: -points })
  if (left === 0) {
    const month = bill.on.slice(0, 7)
    member.bills -= 1
    member.months.set(month, Math.max((member.months.get(month) ?? 0) - 1, 0))
  }
  const reaches = reachOf(member, on, program.tiers)
  if (member.tier > reached || member.tier <= reaches) return []
  member.tier = reaches
  ladder.gotOn = on
  begin(member, plainDaysLater(on, 1), program)
  return [{ type: 'TierChanged', on, delta: 0, lots: '' }]
}
