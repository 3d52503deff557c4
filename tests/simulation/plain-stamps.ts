import type { Program } from '../../core/contract'
import type { PlainLine, PlainMember, PlainSettled } from './plain-model'

/** A bill of enough is a stamp; what was enough. Null where it is none. */
export function plainStamp(member: PlainMember, fen: number, { stampCard }: Program): number | null {
  if (!stampCard || fen < stampCard.atLeast) return null
  member.stamps += 1
  return stampCard.atLeast
}

/** What is left of the bill is not enough any more: its stamp goes, and is gone. */
export function plainUnstamp(member: PlainMember, bill: PlainSettled): string {
  if (bill.enough === null || bill.fen - bill.fenBack >= bill.enough) return ''
  bill.enough = null
  member.stamps -= 1
  return ' unstamped'
}

/** A full card, whoever has one. */
export function plainCard(
  member: PlainMember,
  code: string,
  on: string,
  { stampCard }: Program,
): PlainLine[] | null {
  if (!stampCard || member.stamps < stampCard.stamps) return null
  member.stamps -= stampCard.stamps
  member.cards.set(code, stampCard.stamps)
  return [{ type: 'RewardClaimed', on, delta: 0, lots: ` for ${stampCard.stamps} stamps` }]
}

/** Back on the card. */
export function plainUncard(member: PlainMember, code: string, on: string): PlainLine | null {
  const stamps = member.cards.get(code)
  if (stamps === undefined) return null
  member.cards.delete(code)
  member.stamps += stamps
  return { type: 'ClaimReversed', on, delta: 0, lots: ` repaid 0 and ${stamps} stamps` }
}
