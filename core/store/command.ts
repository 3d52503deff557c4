import type { BusinessDay, Entry, MemberId, Program } from '../contract'
import type { Errand } from '../domain/errand'
import type { Result } from '../domain/result'
import type { Kept } from './database'
import type { Member, Profile, Row } from './member'
import type { Staff } from './staff'
import type { About } from './trail'

/** What is asked, once, under a key that the asker made. */
export interface Command<A, B extends string> {
  procedure: string
  key: string
  member: MemberId
  input: object
  /**
   * What else the decision needs, read beside the member on every attempt: who asks, what is
   * left in stock. A refusal here is not recorded: nothing has been decided. Everything that may
   * be refused later although it was accepted before belongs here, so that a reply is found first.
   */
  beside: () => Promise<Result<A, B>>
  /** The colleague who asks, where one does, and what the trail says of it. Kept by the commit itself. SEC-02. */
  by?: (beside: A) => { staff: Staff } & About
}

/** What comes of a command, to be kept together or not at all. */
export interface Decision<T> {
  entries: Entry[]
  reply: T
  profile?: Profile
  /** He has read his letters up to this one. */
  read?: number
  rows?: Row[]
  /** What it does to other members. */
  errands?: Errand[]
  hold?: Hold
}

/** A piece of something that several members want, taken before the commit and settled after it. */
export interface Hold {
  /** Kept with the operation, so that the sweeper can tell whether the piece was used. */
  token: string
  /** Already taken by an earlier attempt of the same command. */
  taken: boolean
  take(): Promise<boolean>
  settle(): Promise<unknown>
}

/** The write door, as it is handed to what it opens for others. */
export type Once = <A, B extends string, T, R extends string>(
  kept: Kept,
  command: Command<A, B>,
  decide: Decide<A, T, R>,
) => Promise<Result<T, B | R | 'KEY_REUSED' | 'BUSY'>>

/** Decide about the member as he is today; null when there is none. Pure: it may run several times. */
export type Decide<A, T, R extends string> = (
  member: Member | null,
  beside: A,
  today: BusinessDay,
  program: Program,
) => Result<Decision<T>, R>
