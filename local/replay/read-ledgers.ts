import type { LedgerLine, MemberId } from '../../core/contract'
import { type Database, readMany } from '../../core/store/database'
import { readLedger } from '../../core/store/ledger'
import type { Member } from '../../core/store/member'
import { runAbreast } from './run-abreast'

const MEMBERS_AT_ONCE = 50
const LINES_AT_ONCE = 500
const ABREAST = 8

/** Nobody writes meanwhile: what the collection holds is all. */
const EVERY_LINE = { latest: [], outbox: [], seq: Number.POSITIVE_INFINITY }

/** Every member asked for who is there, with all his lines, oldest first. */
export async function readLedgers(
  db: Database,
  ids: readonly MemberId[],
  take: (member: Member, lines: LedgerLine[]) => void,
): Promise<void> {
  const pages = Array.from({ length: Math.ceil(ids.length / MEMBERS_AT_ONCE) }, (_, page) =>
    ids.slice(page * MEMBERS_AT_ONCE, (page + 1) * MEMBERS_AT_ONCE),
  )
  await runAbreast(pages, ABREAST, async (page) => {
    for (const member of await readPage(db, page)) take(member, await readLines(db, member._id))
  })
}

const readPage = (db: Database, ids: readonly MemberId[]) =>
  readMany<Member>(
    db
      .collection('members')
      .where({ _id: db.command.in(ids) })
      .limit(ids.length),
  )

async function readLines(db: Database, member: MemberId): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  for (;;) {
    const before = lines.at(-1)?.seq
    const page = (await readLedger(db, member, { before }, LINES_AT_ONCE))(EVERY_LINE)
    lines.push(...page)
    if (page.length < LINES_AT_ONCE) return lines.reverse()
  }
}
