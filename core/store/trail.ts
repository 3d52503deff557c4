import type { BusinessDay, MemberId, StaffRole } from '../contract'
import { dayBegins } from '../domain/calendar'
import { addOnce, type CollectionName, type Database, type Operator, readMany } from './database'
import type { Staff } from './staff'

/** What a colleague did, saw or tried, as it is kept: added once, never changed. SEC-02. */
export interface Action {
  /** The moment in ms and what makes it the only one: sorts by time. */
  id: string
  staff: MemberId
  name: string
  role: StaffRole
  branch: string
  procedure: string
  member: MemberId | null
  subject: string | null
  /** `ok` or the refusal. */
  outcome: string
  key: string | null
}

/** Whom and what it is about: a bill, a table, the last four of a code, a colleague, an alarm. */
export interface About {
  member: MemberId | null
  subject: string | null
}

export interface Deed extends About {
  procedure: string
  outcome: string
  key: string | null
  /** What no other record of this moment has. */
  unique: string
}

export const actionOf = (
  { _id, name, role, branch }: Staff,
  { unique, ...deed }: Deed,
  now: Date,
): Action => ({ id: `${now.getTime()}-${unique}`, staff: _id, name, role, branch, ...deed })

export const atOf = ({ id }: Action): Date => new Date(Number.parseInt(id, 10))

export const addAction = (db: Database, action: Action) =>
  addOnce(db, 'actions', { _id: action.id, action: { ...action } })

/** A deed is kept in the document that commits it; everything else stands in a collection of its own. */
const SOURCES: CollectionName[] = ['actions', 'operations', 'redemptions']

export interface Search {
  /** Null for every branch. */
  branch: string | null
  staff?: MemberId | undefined
  procedure?: string | undefined
  member?: MemberId | undefined
  day?: BusinessDay | undefined
  before?: string | undefined
}

/** Newest first, from all sources by index. */
export async function readTrail(db: Database, search: Search, most: number): Promise<Action[]> {
  const conditions = conditionsOf(db, search)
  const found = await Promise.all(
    SOURCES.map((name) =>
      readMany<{ action: Action }>(
        db
          .collection(name)
          .where(conditions)
          .orderBy('action.id', 'desc')
          .field({ action: true })
          .limit(most),
      ),
    ),
  )
  const actions = found.flat().map(({ action }) => action)
  return actions.sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, most)
}

function conditionsOf({ command: _ }: Database, search: Search): Record<string, Operator> {
  const { branch, staff, procedure, member, day, before } = search
  const wanted = Object.entries({ branch: branch ?? undefined, staff, procedure, member })
  const equal = wanted.flatMap(([field, value]) =>
    value === undefined ? [] : [[`action.${field}`, _.eq(value)] as const],
  )
  const ends = [before, ...(day === undefined ? [] : [String(dayBegins(day, 1))])].filter(
    (end) => end !== undefined,
  )
  const end = ends.sort()[0]
  const begin = _.gt(day === undefined ? '' : String(dayBegins(day, 0)))
  return { ...Object.fromEntries(equal), 'action.id': end === undefined ? begin : begin.and(_.lt(end)) }
}

/** The latest by each index they stand on. */
export const TRAIL_INDEXES = [
  ['-action.id'],
  ['action.branch', '-action.id'],
  ['action.staff', '-action.id'],
  ['action.member', '-action.id'],
  ['action.procedure', '-action.id'],
  ['action.branch', 'action.procedure', '-action.id'],
]
