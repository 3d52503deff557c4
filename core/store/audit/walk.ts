import type { BusinessDay, Program } from '../../contract'
import type { Finding } from '../../domain/audit/finding'
import type { Kept } from '../database'

/** Where an audit stands. */
interface Place {
  /** The last id of the page before; empty at the beginning. */
  after: string
  /** Names the run. */
  startedAt: string
  /** The first day whose habits are looked at. */
  since: BusinessDay
  program: Program
}

interface Page {
  /** Where to go on; null when this was the last page. */
  after: string | null
  seen: number
  findings: Finding[]
}

/** One page of one kind of thing. */
export type Walk = (kept: Kept, place: Place) => Promise<Page>
