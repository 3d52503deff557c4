import type { Program } from '../contract'

/**
 * The few things of @cloudbase/node-sdk we allow ourselves. Left out on purpose: `where` inside
 * a transaction (it runs outside of it), updates by parsed objects (`__proto__` pollutes the
 * instance), nested objects without `set` (they merge, and an empty one is dropped).
 */
export interface Database {
  collection(name: CollectionName): Collection
  command: Command
}

export type CollectionName =
  | 'members'
  | 'operations'
  | 'entries'
  | 'redemptions'
  | 'stock'
  | 'bills'
  | 'phones'
  | 'seats'
  | 'staff'
  | 'invitations'
  | 'branches'
  | 'programs'
  | 'drafts'
  | 'usedCodes'
  | 'nonces'
  | 'alarms'
  | 'proposals'
  | 'consents'
  | 'codeImages'
  | 'letters'
  | 'messages'
  | 'health'
  | 'actions'
  | 'attempts'
  | 'errands'
  | 'answers'
  | 'jobs'

/** Made by `Command`: an operator for a field, never a bare object. */
export interface Operator {
  and(other: Operator): Operator
}

interface Command {
  eq(value: string | number | boolean): Operator
  lt(value: string | number): Operator
  lte(value: string | number): Operator
  gt(value: string | number): Operator
  gte(value: string | number): Operator
  in(values: readonly string[]): Operator
  exists(yes: boolean): Operator
  set(value: unknown): Operator
  inc(by: number): Operator
  remove(): Operator
}

export interface Collection {
  doc(id: string): {
    get(): Promise<{ data: unknown }>
    set(document: object): Promise<unknown>
  }
  add(document: object | readonly object[]): Promise<unknown>
  where(conditions: Record<string, Operator>): Query
}

export interface Query {
  orderBy(field: string, order: 'asc' | 'desc'): Query
  limit(most: number): Query
  field(fields: Record<string, true>): Query
  get(): Promise<{ data: unknown }>
  update(changes: Record<string, Operator>): Promise<{ updated?: number }>
  remove(): Promise<{ deleted?: number | string }>
}

/** What every verb of the store needs. Time and chance come from outside. */
export interface Kept {
  db: Database
  now: Date
  /** What is valid today. Read once a minute by an instance. */
  program(): Promise<Program>
  /** Uniform in [0, 1). */
  chance(): number
  sleep(ms: number): Promise<void>
  /** Something that heals by itself but should be seen. */
  warn(what: string, error: unknown): void
}

/** One document by its id, or null. */
export async function readOne<T>(db: Database, name: CollectionName, id: string): Promise<T | null> {
  const { data } = await db.collection(name).doc(id).get()
  const found = Array.isArray(data) ? data[0] : data
  return (found ?? null) as T | null
}

export async function readMany<T>(query: Query): Promise<T[]> {
  const { data } = await query.get()
  return data as T[]
}

/** The unique index said no. The cloud has been seen to say it in two ways. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000|DuplicateWrite/.test(message ?? '')
}

/** Add under a deterministic id: false when it was there already. */
export async function addOnce(
  db: Database,
  name: CollectionName,
  document: { _id: string } & Record<string, unknown>,
): Promise<boolean> {
  try {
    await db.collection(name).add(document)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
