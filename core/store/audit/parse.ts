import * as z from 'zod'
import { AccountState } from '../../contract/account'
import { LedgerLine } from '../../contract/entry'
import { MemberId } from '../../contract/primitives'
import type { AccountSide } from '../../contract/proposal'
import type { Account } from '../../domain/account'
import type { Member } from '../member'

const Row = z.looseObject({ collection: z.string(), document: z.looseObject({ _id: z.string() }) })

/** What must be true of a member's document before anything in it can be looked at. */
const MemberShape = z.looseObject({
  _id: MemberId,
  seq: z.int().nonnegative(),
  version: z.int().positive(),
  latest: z.array(z.unknown()),
  outbox: z.array(Row),
  outboxSince: z.int().nonnegative(),
})

/** Null for a document that is no member. F8. */
export const readMemberShape = (document: Member): Member | null =>
  MemberShape.safeParse(document).success ? document : null

/** The account, if its numbers can be: whole, not negative, each lot once and in order. I3, I10. */
export function readAccount(kept: unknown): Account | null {
  const parsed = AccountState.safeParse(kept)
  if (!parsed.success) return null
  const { lots } = parsed.data
  const ordered = lots.every(
    ({ expiresOn, left }, i) => left > 0 && (lots[i - 1]?.expiresOn ?? '') < expiresOn,
  )
  const sum = lots.reduce((total, { left }) => total + left, 0)
  return ordered && Number.isSafeInteger(sum) ? parsed.data : null
}

/** A ledger line as it is kept; null for what is none. */
export function readLine(document: unknown): LedgerLine | null {
  const parsed = LedgerLine.safeParse(document)
  return parsed.success ? parsed.data : null
}

const Loose = z.object({
  lots: z.array(z.object({ left: z.number() })),
  qualifyingSpend: z.number(),
  bills: z.number(),
  stamps: z.number(),
  tier: z.string().nullable(),
})

/** What an account shows, however impossible; null for what is no number at all. */
export function sideOfKept(kept: unknown): AccountSide {
  const { lots, qualifyingSpend, bills, stamps, tier } = Loose.partial().safeParse(kept).data ?? {}
  return {
    balance: lots?.reduce((sum, { left }) => sum + left, 0) ?? null,
    qualifyingSpend: qualifyingSpend ?? null,
    bills: bills ?? null,
    stamps: stamps ?? 0,
    tier: tier ?? null,
  }
}
