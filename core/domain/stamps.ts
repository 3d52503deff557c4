import type { BillSettled, Entry, Fen, Program, StampedCard } from '../contract'
import type { Account } from './account'
import { accept, assert, type Result, refuse } from './result'

/** Stamps on his card (集杯卡), below zero while he owes one. */
export const stampsOf = ({ stamps }: Account): number => stamps ?? 0

/** The stamp that a bill earns: one, however much more was paid. Of 30 yuan on 29.99 earn none, 30 and 300 one. CAMP-09. */
export function stampFor(amount: Fen, { stampCard: card }: Program): Pick<BillSettled, 'stamp'> {
  return card !== null && amount >= card.atLeast ? { stamp: { atLeast: card.atLeast } } : {}
}

/** His card with the stamp of this bill; null where it earned none. */
export function stampedBy(
  { stamp }: BillSettled,
  after: Account,
  { stampCard: card }: Program,
): StampedCard | null {
  return card === null || stamp === undefined ? null : { stamps: stampsOf(after), of: card.stamps }
}

/**
 * Whether a bill loses its stamp now that `gone` of it has been taken back, `before` of that earlier: with the
 * part that leaves it less than its stamp was earned by, and so once, however many parts follow. CAMP-09.
 */
export const losesStamp = ({ stamp, amount }: BillSettled, before: Fen, gone: Fen): boolean =>
  stamp !== undefined && amount - before >= stamp.atLeast && amount - gone < stamp.atLeast

/** A full card is taken; stamps beyond it stay for the next. */
export const takeStamps = (account: Account, asked: number): Result<{ stamps: number }, 'CARD_NOT_FULL'> =>
  stampsOf(account) < asked ? refuse('CARD_NOT_FULL') : accept({ stamps: asked })

/** The signed change an entry makes to his stamps. */
export function stampsMovedBy(entry: Entry): number {
  switch (entry.type) {
    case 'BillSettled':
      return entry.stamp === undefined ? 0 : 1
    case 'BillReversed':
      return entry.unstamped ? -1 : 0
    case 'RewardClaimed':
      return entry.stamps === undefined ? 0 : -entry.stamps
    case 'ClaimReversed':
      return entry.stamps ?? 0
    default:
      return 0
  }
}

/** Only a bill that is taken back may leave him owing: a card is claimed only when it is full. */
export const canMoveStamps = (account: Account, entry: Entry): boolean =>
  entry.type !== 'RewardClaimed' || entry.stamps === undefined || entry.stamps <= stampsOf(account)

export function moveStamps(account: Account, entry: Entry): Pick<Account, 'stamps'> {
  const moved = stampsMovedBy(entry)
  if (moved === 0) return {}
  assert(canMoveStamps(account, entry), `${stampsOf(account)} stamps, asked for ${-moved}`)
  return { stamps: stampsOf(account) + moved }
}
