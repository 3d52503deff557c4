import { type Line, type LineView, presentLine } from '../../services/present-line'

/** Lines drawn together. */
export const CHUNK = 20
/** Chunks kept on the screen: the one in view, one above, two below. However long the ledger, no more. */
export const SLOTS = 4
/** Height of one line in rpx; see `ledger-row`. */
export const ROW_RPX = 136

/** A place on the screen for one chunk: chunk n always takes slot n mod 4. */
export interface Slot {
  chunk: number
  top: number
  rows: LineView[]
}

/** The chunks that belong on the screen when the list has been scrolled by `scrolled` rpx. */
export function chunksInView(scrolled: number, lines: number): number[] {
  const count = Math.ceil(lines / CHUNK)
  const current = Math.floor(scrolled / (CHUNK * ROW_RPX))
  const first = Math.min(Math.max(current - 1, 0), Math.max(count - SLOTS, 0))
  return Array.from({ length: Math.min(SLOTS, count) }, (_, i) => first + i)
}

/** What must be sent to the screen, by path, so that every slot holds its chunk. */
export function changedSlots(slots: Slot[], lines: Line[], scrolled: number): Record<string, Slot> {
  const change: Record<string, Slot> = {}
  for (const chunk of chunksInView(scrolled, lines.length)) {
    const rows = lines.slice(chunk * CHUNK, (chunk + 1) * CHUNK)
    const held = slots[chunk % SLOTS]
    if (held?.chunk === chunk && held.rows.length === rows.length) continue
    change[`slots[${chunk % SLOTS}]`] = { chunk, top: chunk * CHUNK * ROW_RPX, rows: rows.map(presentLine) }
  }
  return change
}
