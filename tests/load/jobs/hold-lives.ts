import type { BusinessDay, LedgerLine } from '../../../core/contract'
import { balanceOf } from '../../../core/domain/account'
import type { Database } from '../../../core/store/database'
import type { KeptLetter } from '../../../core/store/letters'
import type { Member } from '../../../core/store/member'
import { auditMember } from '../../../local/replay/audit-member'
import { readAll } from '../read-all'
import { FIRST_DAY, type Life, outcomeOf } from './life'

/** The books beside what each life must have come to: points, tier, and each reminder once on its day. */
export async function holdLives(db: Database, lives: readonly Life[], today: BusinessDay) {
  const members = new Map((await readAll<Member>(db, 'members')).map((one) => [one._id, one]))
  const lines = groupBy(await readAll<LedgerLine>(db, 'entries'))
  const letters = groupBy(await readAll<KeptLetter>(db, 'letters'))
  const sums = { expired: 0, balance: 0, reminders: 0, letters: 0, lines: 0 }
  const problems: string[] = []
  for (const life of lives) {
    const member = members.get(life.id)
    if (member === undefined) throw new Error(`${life.id} is gone`)
    const mine = (lines.get(life.id) ?? []).sort((a, b) => a.seq - b.seq)
    const told = letters.get(life.id) ?? []
    problems.push(...auditMember(member, mine), ...differences(life, today, member, mine, told))
    const { expired, balance, reminders } = outcomeOf(life, today)
    sums.expired += expired
    sums.balance += balance
    sums.reminders += reminders.length
    sums.letters += told.length
    sums.lines += mine.length
  }
  return { sums, problems }
}

function differences(
  life: Life,
  today: BusinessDay,
  { account, inbox, outbox }: Member,
  lines: readonly LedgerLine[],
  letters: readonly KeptLetter[],
): string[] {
  const must = outcomeOf(life, today)
  const told = letters
    .filter(({ on, news }) => on > FIRST_DAY && news.kind === 'expiring')
    .map(({ on, news }) => `${on} ${'on' in news ? news.on : ''}`)
    .sort()
  const gone = lines.flatMap(({ entry }) => (entry.type === 'PointsExpired' ? entry.drawn : []))
  const found: [string, unknown, unknown][] = [
    ['balance', balanceOf(account), must.balance],
    ['expired', gone.reduce((sum, { points }) => sum + points, 0), must.expired],
    ['tier', account.tier, must.tier],
    ['reminders', told.join(), must.reminders.join()],
    ['letters', letters.length, inbox.written],
    ['outbox', outbox.length, 0],
  ]
  return found.flatMap(([what, is, be]) => (is === be ? [] : [`${life.id} ${what}: ${is}, must be ${be}`]))
}

function groupBy<T extends { member: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(one.member, [...(groups.get(one.member) ?? []), one])
  return groups
}
