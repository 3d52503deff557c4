import type { MemberId } from '../../contract'
import type { CorrectionReason } from '../../contract/correction'
import type { AccountSide } from '../../contract/proposal'
import { type Account, balanceOf } from '../account'
import { sameValue } from '../same-value'
import { stampsOf } from '../stamps'
import { type Finding, finding } from './finding'
import type { LedgerReading } from './read-ledger'

const sameLots = (one: Account, other: Account): boolean => sameValue(one.lots, other.lots)

/** Everything an account says but its lots. */
const sameStanding = (one: Account, other: Account): boolean =>
  sameValue({ ...one, lots: [] }, { ...other, lots: [] })

/** The account beside what its lines say. `account` is null when it holds impossible numbers. I1, I12. */
export function compareAccount(
  member: MemberId,
  account: Account | null,
  { account: added, last }: LedgerReading,
): Finding[] {
  if (account === null) return []
  const found = balanceOf(account)
  if (added === null)
    return last === null || last.balance === found
      ? []
      : [finding('ACCOUNT_DIFFERS', member, member, { expected: last.balance, found })]
  const lots = { expected: balanceOf(added), found }
  const spend = { expected: added.qualifyingSpend, found: account.qualifyingSpend }
  return [
    ...(sameLots(account, added) ? [] : [finding('ACCOUNT_DIFFERS', member, member, lots)]),
    ...(sameStanding(account, added) ? [] : [finding('STANDING_DIFFERS', member, member, spend)]),
  ]
}

export interface Correction {
  reason: CorrectionReason
  to: Account
}

/**
 * What would put the books right. Whole lines win over the account: it becomes what they add up to.
 * Where lines are lost, the account stays as it is if the newest line still says its balance; the
 * books are only closed over the gap. Where neither can be trusted a person has to look: null.
 */
export function correctionFor(
  account: Account | null,
  { account: added, last, flaws }: LedgerReading,
  seq: number,
): Correction | null {
  if (added !== null) {
    const same = account !== null && sameLots(account, added) && sameStanding(account, added)
    if (!same) return { reason: 'ACCOUNT_DIFFERED', to: added }
    return flaws.length === 0 ? null : { reason: 'LEDGER_DAMAGED', to: added }
  }
  const stands = account !== null && last?.seq === seq && last.balance === balanceOf(account)
  return stands ? { reason: 'LEDGER_DAMAGED', to: account } : null
}

export const sideOf = (account: Account): AccountSide => ({
  balance: balanceOf(account),
  qualifyingSpend: account.qualifyingSpend,
  bills: account.bills,
  stamps: stampsOf(account),
  tier: account.tier,
})

/**
 * Whether two corrections of one member do the same: move the balance, the spend, the bills and the stamps by
 * as much and end at the same tier. He may have dined since the first was proposed.
 */
export const changesAlike = (
  one: { before: AccountSide; after: AccountSide },
  other: { before: AccountSide; after: AccountSide },
): boolean => moved(one) === moved(other)

const moved = ({ before, after }: { before: AccountSide; after: AccountSide }): string =>
  [
    by(before.balance, after.balance),
    by(before.qualifyingSpend, after.qualifyingSpend),
    by(before.bills, after.bills),
    by(before.stamps ?? 0, after.stamps ?? 0),
    after.tier,
  ].join()

const by = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? after : after - before
