import type { LedgerLine } from '../../core/contract'
import type { Judge } from './answer'
import type { Books } from './books'
import { programOn } from './house'
import type { Invocation } from './invocation'
import { plainBalance, plainDay } from './plain-lots'
import { plainTime } from './plain-time'

const READS = [
  'member.home',
  'points.arrivals',
  'points.ledger',
  'mall.list',
  'tiers.levels',
  'engagement.round',
]

/** I14: a balance that is shown was a balance, at some moment since it was asked for. */
export const judgeRead: Judge = (books, run, { ok, data = {} }) => {
  const { asked, who, input } = run.question
  if (!ok || !READS.includes(asked) || data.joined === false) return
  const shown = data as { balance: number; seq?: number; lines?: LedgerLine[]; latest?: LedgerLine[] }
  const were = balancesOf(books, run, who ?? '')
  books.holds(
    were.some(
      ({ seq, balance }) => balance === shown.balance && (shown.seq === undefined || shown.seq === seq),
    ),
    'I14',
    () => `${asked} of ${who} shows ${shown.balance} at ${shown.seq}, there were ${JSON.stringify(were)}`,
  )
  const lines = shown.lines ?? shown.latest ?? []
  trueLines(books, who ?? '', lines)
  if (asked !== 'points.ledger' || input.kind !== undefined || input.month !== undefined) return
  books.holds(
    lines.every(({ seq }, index) => index === 0 || seq === (lines[index - 1]?.seq ?? 0) - 1),
    'I14',
    () => `the ledger of ${who} skips: ${lines.map(({ seq }) => seq)}`,
  )
}

/** As committed, with what time had done by the reader's day though nobody had written that down yet. */
function balancesOf(books: Books, run: Invocation, who: string) {
  const today = plainDay(run.now.getTime())
  const program = run.program ?? programOn(books.house, today)
  return books.since(books.person(who).states, run.since).map(({ seq, plain }) => {
    const then = structuredClone(plain)
    const due = plainTime(then, today, program)
    return { seq: seq + due.length, balance: plainBalance(then) }
  })
}

/** The line that is about to be written for what is due has no key yet. */
function trueLines(books: Books, who: string, lines: readonly LedgerLine[]): void {
  const { lines: committed } = books.person(who)
  for (const line of lines) {
    const kept = committed[line.seq - 1]
    const isComing = line.key.startsWith('due.')
    books.holds(
      isComing || (kept?.key === line.key && kept.balance === line.balance && kept.delta === line.delta),
      'I14',
      () => `line ${line.seq} of ${who} was shown as ${JSON.stringify(line)}`,
    )
  }
}
