import type { Program } from '../../contract'
import { type Finding, finding } from '../../domain/audit/finding'
import { STUCK_MS } from '../../domain/audit/thresholds'
import { type Database, type Kept, readMany } from '../database'
import type { Member } from '../member'
import type { Redemption } from '../redemption'
import type { Stock } from '../stock'
import type { Walk } from './walk'

const PAGE = 100
/** As many as the cloud gives at once. */
const MOST = 1000

/** Every shelf with a finite stock, read before and after its codes are counted. I7. */
export const auditShelves: Walk = async (kept, { after, program }) => {
  const shelves = await readShelves(kept.db, after)
  const waiting = shelves.length === 0 ? null : await readWaitingCodes(kept.db)
  const next = shelves.length < PAGE ? null : (shelves.at(-1)?._id ?? null)
  if (waiting === null) return { after: next, seen: 0, findings: [] }
  const counts = await Promise.all(shelves.map((stock) => countPieces(kept.db, stock, waiting)))
  const again = new Map((await readShelves(kept.db, after)).map((stock) => [stock._id, stock]))
  const findings = shelves.flatMap((stock, index) => {
    const now = again.get(stock._id)
    // Somebody has taken a piece meanwhile: what was counted belongs to neither. The next night is quiet.
    if (JSON.stringify(now) !== JSON.stringify(stock)) return []
    return judgeShelf(kept, stock, counts[index] ?? 0, program)
  })
  return { after: next, seen: 0, findings }
}

function readShelves(db: Database, after: string): Promise<Stock[]> {
  const page = db.collection('stock').where({ _id: db.command.gt(after) })
  return readMany<Stock>(page.orderBy('_id', 'asc').limit(PAGE))
}

function judgeShelf(kept: Kept, stock: Stock, codes: number, program: Program): Finding[] {
  const reward = program.rewards.find(({ id }) => id === stock._id)
  const subject = reward?.name ?? stock._id
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
    .filter(([, hold]) => !(now.getTime() - hold?.at <= 3 * STUCK_MS))
    .map(([id, hold]) => finding('HOLD_STUCK', hold?.member ?? null, `${_id}.${id}`, { subject }))

type WaitingCode = { _id: string; reward?: unknown }

/**
 * Codes that are committed and wait in an outbox. Read before the others: what leaves it stands
 * there already. Null when more wait than can be read at once: then nothing can be said.
 */
async function readWaitingCodes(db: Database): Promise<WaitingCode[] | null> {
  const filled = db.collection('members').where({ outboxSince: db.command.gt(0) })
  const members = await readMany<Pick<Member, 'outbox'>>(filled.field({ outbox: true }).limit(MOST))
  if (members.length === MOST) return null
  return members
    .flatMap(({ outbox }) => (Array.isArray(outbox) ? outbox : []))
    .filter((row) => row?.collection === 'redemptions')
    .map(({ document }) => document)
}

/** Codes that have a piece of this shelf, each once however often its page or an outbox shows it. */
async function countPieces(db: Database, stock: Stock, waiting: readonly WaitingCode[]): Promise<number> {
  const _ = db.command
  const codes = new Map(waiting.filter(({ reward }) => reward === stock._id).map(({ _id }) => [_id, true]))
  for (let last: string | null = null; ; ) {
    const older: Record<string, ReturnType<typeof _.lte>> = last === null ? {} : { issuedAt: _.lte(last) }
    const query = db.collection('redemptions').where({ reward: _.eq(stock._id), ...older })
    const page = await readMany<Redemption>(query.orderBy('issuedAt', 'desc').limit(MOST))
    const known = codes.size
    for (const code of page) codes.set(code._id, hasPiece(code, stock))
    last = page.at(-1)?.issuedAt ?? null
    if (page.length < MOST || codes.size === known)
      return [...codes.values()].filter((hasOne) => hasOne).length
  }
}

/** A void code has its piece until that is put back, which the shelf notes, and later the code. */
const hasPiece = ({ _id, status, openSince }: Redemption, { returned = {} }: Stock): boolean =>
  status !== 'void' || (openSince !== 0 && returned[_id] === undefined)
