import type { Mutant } from './bundle'

const ONCE = 'core/store/once.ts'
const OUTBOX = 'core/store/outbox.ts'
const STOCK = 'core/store/stock.ts'

/** Faults somebody could make at the write door, its outbox and its holds. */
export const mutantsOfTheDoor: Mutant[] = [
  {
    name: 'no version guard',
    file: 'core/store/commit.ts',
    right: 'const unchanged = { _id: _.eq(_id), version: _.eq(next.version) }',
    wrong: 'const unchanged = { _id: _.eq(_id) }',
    within: 500,
    plain: true,
  },
  {
    name: 'no key check',
    file: ONCE,
    right: 'const before = operation ?? pendingOperation(found, key)',
    wrong: 'const before = null as Operation | null',
    within: 500,
    plain: true,
  },
  {
    name: 'a key that was flushed between two reads is not noticed',
    theme: 'bills',
    file: ONCE,
    right: 'if (found?.recent.includes(key)) return LOST_RACE',
    wrong: '',
    within: 5000,
  },
  {
    name: 'flushed before the commit',
    file: ONCE,
    right: 'if (!(await commit(kept.db, next, key, [...carried, ...added], kept.now))) return LOST_RACE',
    wrong:
      'await flush(kept.db, added)\n  if (!(await commit(kept.db, next, key, [...carried, ...added], kept.now))) return LOST_RACE',
    within: 500,
    plain: true,
  },
  {
    name: 'the sweeper empties without adding',
    file: OUTBOX,
    right: '  await repair(db, rows)\n',
    wrong: '',
    within: 500,
    plain: true,
  },
  {
    name: 'the sweeper empties what was filled since it looked',
    theme: 'stock',
    file: OUTBOX,
    right: '.where({ _id: _.eq(_id), version: _.eq(version) })',
    wrong: '.where({ _id: _.eq(_id) })',
    within: 3000,
  },
  {
    name: 'a hold is released by a stale view: the outbox is not looked into',
    theme: 'holds',
    file: 'core/store/operation.ts',
    right: '  if (operation !== null) return operation\n  const pending = pendingOperation(owner, key)',
    wrong: '  if (operation !== null) return operation\n  const pending = null',
    within: 10_000,
  },
  {
    name: 'a hold is released while its claim may still commit',
    theme: 'stock',
    file: STOCK,
    right: 'if (now.getTime() - at < FENCE_MS) continue',
    wrong: '',
    within: 5000,
  },
  {
    name: 'an old hold is adopted',
    theme: 'holds',
    file: STOCK,
    right: "if (held !== undefined && now.getTime() - held.at > FENCE_MS / 2) return refuse('BUSY')",
    wrong: '',
    within: 1_000,
  },
  {
    name: 'every hold that is found counts as used',
    theme: 'holds',
    file: STOCK,
    right: 'const used = operation?.token === token',
    wrong: 'const used = operation !== null',
    within: 10_000,
  },
  {
    name: 'stock is taken without looking',
    theme: 'stock',
    file: STOCK,
    right: 'const free = { _id: _.eq(claim.reward), left: _.gte(1), [path]: _.exists(false) }',
    wrong: 'const free = { _id: _.eq(claim.reward), [path]: _.exists(false) }',
    within: 1000,
  },
  {
    name: 'the same body is not asked for',
    file: ONCE,
    right: "operation.fingerprint === fingerprint ? (operation.reply as Result<T, R>) : refuse('KEY_REUSED')",
    wrong: "operation.fingerprint === null ? refuse('KEY_REUSED') : (operation.reply as Result<T, R>)",
    within: 500,
    plain: true,
  },
  {
    name: 'guards are heard before the kept reply',
    file: ONCE,
    right: "if (!beside.ok && beside.refusal === 'FORBIDDEN') return beside",
    wrong: 'if (!beside.ok) return beside',
    within: 500,
    plain: true,
  },
  {
    name: 'rows that pile up are dropped',
    theme: 'piles',
    file: ONCE,
    right: '  await repair(db, outbox)\n  return []',
    wrong: '  return []',
    within: 20_000,
  },
]
