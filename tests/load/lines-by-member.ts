import type { LedgerLine } from '../../core/contract'

/** The ledgers, each in its order. */
export function linesByMember(lines: readonly LedgerLine[]): Map<string, LedgerLine[]> {
  const grouped = new Map<string, LedgerLine[]>()
  for (const line of lines) {
    const known = grouped.get(line.member)
    if (known === undefined) grouped.set(line.member, [line])
    else known.push(line)
  }
  for (const own of grouped.values()) own.sort((one, other) => one.seq - other.seq)
  return grouped
}
