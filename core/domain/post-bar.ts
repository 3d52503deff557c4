import type { Entry } from '../contract'
import type { Account } from './account'

type Of = Extract<Entry, { type: 'MemberBarred' | 'BarLifted' }>

/** Barred, his points stand still; lifted, they do so until `turnExemption` has looked at him. */
export function postBar(account: Account, entry: Of): Account {
  if (entry.type === 'MemberBarred') {
    const { on: since, until, reason, graceDays } = entry
    return { ...account, barred: { since, until, reason }, frozen: account.frozen ?? { since, graceDays } }
  }
  const { barred: _, ...free } = account
  const { keep } = free
  return { ...free, keep: keep && { ...keep, until: entry.keepUntil ?? keep.until } }
}
