import type { MemberId } from '../../contract'
import { type Database, readMany } from '../database'

/** As many as the cloud gives at once. */
const MOST = 1000

/** By what each collection is read backwards, newest first, by index. */
const ORDER = { entries: 'seq', redemptions: 'issuedAt', bills: 'at' } as const

/**
 * Everything that some members have in a collection. One call as long as it is no more than the
 * cloud gives at once; otherwise each member by himself, page by page.
 */
export async function readOf<T extends { _id: string; member: MemberId }>(
  db: Database,
  name: keyof typeof ORDER,
  members: readonly MemberId[],
): Promise<T[]> {
  const _ = db.command
  const together = db.collection(name).where({ member: _.in(members) })
  const documents = await readMany<T>(together.limit(MOST))
  if (documents.length < MOST) return documents
  const each: T[] = []
  for (const member of members) each.push(...(await readAllOf<T>(db, name, member)))
  return each
}

/** Pages overlap where several stand at one moment; each is taken once. */
async function readAllOf<T extends { _id: string }>(
  db: Database,
  name: keyof typeof ORDER,
  member: MemberId,
): Promise<T[]> {
  const _ = db.command
  const field = ORDER[name]
  const known = new Map<string, T>()
  let last: string | number | null = null
  for (;;) {
    const older: Record<string, ReturnType<typeof _.lte>> = last === null ? {} : { [field]: _.lte(last) }
    const where = { member: _.eq(member), ...older }
    const page = await readMany<T>(db.collection(name).where(where).orderBy(field, 'desc').limit(MOST))
    const before = known.size
    for (const document of page) known.set(document._id, document)
    if (page.length < MOST || known.size === before) return [...known.values()]
    last = (page.at(-1) as unknown as Record<string, string | number>)[field] ?? null
  }
}
