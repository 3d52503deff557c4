import type { Program } from '../../contract'
import { type Finding, finding } from '../../domain/audit/finding'
import { STUCK_MS } from '../../domain/audit/thresholds'
import { businessDayOf } from '../../domain/calendar'
import { type Database, type Kept, readMany, readOne } from '../database'
import type { Member } from '../member'
import type { Redemption } from '../redemption'
import { readRestaurant } from '../restaurant'
import type { Stock } from '../stock'
import type { Walk } from './walk'

const PAGE = 100

/** Every shelf with a finite stock. I7. */
export const auditShelves: Walk = async (kept, { after }) => {
  const { db, now } = kept
  const _ = db.command
  const page = db.collection('stock').where({ _id: _.gt(after) })
  const shelves = await readMany<Stock>(page.orderBy('_id', 'asc').limit(PAGE))
  const { program } = await readRestaurant(db, businessDayOf(now))
  const findings: Finding[] = []
  for (const { _id } of shelves) findings.push(...(await auditShelf(kept, _id, program)))
  return { after: shelves.length < PAGE ? null : (shelves.at(-1)?._id ?? null), seen: 0, findings }
}

async function auditShelf(kept: Kept, id: Stock['_id'], program: Program): Promise<Finding[]> {
  const { db } = kept
  const before = await readOne<Stock>(db, 'stock', id)
  const codes = await countCodes(db, id)
  const stock = await readOne<Stock>(db, 'stock', id)
  // Somebody has taken a piece meanwhile: what was counted belongs to neither. The next night is quiet.
  if (before === null || stock === null || JSON.stringify(before) !== JSON.stringify(stock)) return []
  const reward = program.rewards.find((one) => one.id === id)
  const subject = reward?.name ?? id
  return [
    ...wrongSum(stock, reward?.stock ?? null, subject),
    ...wrongCount(stock, codes, subject),
    ...stuckHolds(kept, stock, subject),
  ]
}

const heldIn = ({ holds }: Stock): number => Object.keys(holds ?? {}).length

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** initial = left + issued + holds, and none of them negative. A reward that is off the programme has no initial. */
function wrongSum(stock: Stock, initial: number | null, subject: string): Finding[] {
  const { _id, left, issued } = stock
  const found = left + issued + heldIn(stock)
  const fits = initial === null || found === initial
  if (fits && isCount(left) && isCount(issued)) return []
  return [finding('STOCK_DIFFERS', null, _id, { subject, expected: initial, found })]
}

/** A claim is committed while its piece is held, and counted as issued a moment later. */
function wrongCount(stock: Stock, codes: number, subject: string): Finding[] {
  const { _id, issued } = stock
  if (issued <= codes && codes <= issued + heldIn(stock)) return []
  return [finding('ISSUED_DIFFERS', null, _id, { subject, expected: codes, found: issued })]
}

/** The sweeper gives a piece back, or settles it, after its fence of ten minutes. */
const stuckHolds = ({ now }: Kept, { _id, holds }: Stock, subject: string): Finding[] =>
  Object.entries(holds ?? {})
    .filter(([, { at }]) => now.getTime() - at > 3 * STUCK_MS)
    .map(([id, { member }]) => finding('HOLD_STUCK', member, `${_id}.${id}`, { subject }))

/** Codes in their collection and codes that still wait in an outbox; the outboxes are looked at first. */
async function countCodes(db: Database, reward: Stock['_id']): Promise<number> {
  const _ = db.command
  const filled = db.collection('members').where({ outboxSince: _.gt(0) })
  const waiting = await readMany<Pick<Member, 'outbox'>>(filled.field({ outbox: true }).limit(1000))
  const ids = waiting
    .flatMap(({ outbox }) => outbox)
    .filter(({ collection, document }) => collection === 'redemptions' && document.reward === reward)
    .map(({ document }) => document._id)
  const codes = new Set(ids)
  for (let last: string | null = null; ; ) {
    const older: Record<string, ReturnType<typeof _.lte>> = last === null ? {} : { issuedAt: _.lte(last) }
    const query = db.collection('redemptions').where({ reward: _.eq(reward), ...older })
    const page = await readMany<Redemption>(query.orderBy('issuedAt', 'desc').limit(1000))
    const known = codes.size
    for (const { _id } of page) codes.add(_id)
    last = page.at(-1)?.issuedAt ?? null
    if (page.length < 1000 || codes.size === known) return codes.size
  }
}
