import { isDeepStrictEqual } from 'node:util'
import type { LedgerLine } from '../../core/contract'
import { balanceOf, openAccount, post, postAll } from '../../core/domain/account'
import { deltaOf } from '../../core/domain/delta-of'
import type { Member } from '../../core/store/member'

/**
 * What does not add up about a member: his account must be the fold of his ledger lines, and the
 * lines numbered without gaps, each with the balance after it. Empty when all is well. I1, I13.
 */
export function auditMember({ _id, seq, account }: Member, lines: readonly LedgerLine[]): string[] {
  const problems: string[] = []
  let running = openAccount()
  for (const [index, line] of lines.entries()) {
    running = post(running, line.entry)
    if (line.seq !== index + 1) problems.push(`${_id}: line ${line.seq} stands in place ${index + 1}`)
    if (line.balance !== balanceOf(running))
      problems.push(
        `${_id}: line ${line.seq} says ${line.balance} points, its lines add up to ${balanceOf(running)}`,
      )
    if (line.delta !== deltaOf(line.entry))
      problems.push(`${_id}: line ${line.seq} says ${line.delta}, its entry moves ${deltaOf(line.entry)}`)
  }
  if (lines.length !== seq) problems.push(`${_id}: ${lines.length} lines where ${seq} were written`)
  const folded = postAll(
    openAccount(),
    lines.map(({ entry }) => entry),
  )
  if (!isDeepStrictEqual(folded, account)) problems.push(`${_id}: the account is not the fold of its lines`)
  return problems
}
