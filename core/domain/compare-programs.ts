import type { Terms } from '../contract'

/** One difference, at a path like `earn.pointsPerYuan` or `rewards.drink.points`. */
export interface Change {
  at: string
  before: unknown
  after: unknown
}

/** What a new programme changes, for the person who publishes it. Lists are compared by the ids in them. */
export const compareTerms = (before: Terms, after: Terms): Change[] => compare(before, after, '')

function compare(before: unknown, after: unknown, at: string): Change[] {
  if (isList(before) && isList(after)) return compareFields(byId(before), byId(after), at)
  if (isRecord(before) && isRecord(after)) return compareFields(before, after, at)
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ at, before, after }]
}

const compareFields = (before: Fields, after: Fields, at: string): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    compare(before[name] ?? null, after[name] ?? null, at === '' ? name : `${at}.${name}`),
  )

type Fields = Record<string, unknown>
type Item = Fields & { id: string }

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Tiers, rewards and campaigns: things with ids. Other lists are values. */
const isList = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.id === 'string')

const byId = (items: readonly Item[]): Fields => Object.fromEntries(items.map((item) => [item.id, item]))
