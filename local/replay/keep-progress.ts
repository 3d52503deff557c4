import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BusinessDay } from '../../core/contract'
import { BadInput } from './bad-input'

/** What has been answered so far. */
export interface Tally {
  orders: number
  memberOrders: number
  /** Refused orders, by reason. */
  refused: Record<string, number>
}

/** How far a replay has come. Beside the data, so that a killed one goes on where it was. */
export interface Progress extends Tally {
  program: string
  /** Of what was read: other input starts again. */
  input: string
  /** The last day lived to its end; null before the first and after the last. */
  day: BusinessDay | null
}

const EMPTY = { orders: 0, memberOrders: 0, refused: {}, day: null }

/** A data directory belongs to one programme: points that two of them made do not add up to anything. */
export function readProgress(dataDir: string, program: string, content: unknown): Progress {
  const input = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const file = fileIn(dataDir)
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : null
  if (kept !== null && kept.program !== program)
    throw new BadInput([
      `${dataDir} holds a replay under the programme "${kept.program}"; choose another DATA_DIR`,
    ])
  return kept?.input === input ? kept : { program, input, ...EMPTY }
}

/** Written beside and renamed, so that a killed writer leaves the old one whole. */
export function keepProgress(dataDir: string, progress: Progress): void {
  mkdirSync(dataDir, { recursive: true })
  const file = fileIn(dataDir)
  writeFileSync(`${file}.new`, JSON.stringify(progress))
  renameSync(`${file}.new`, file)
}

/** Lived to the end: asked again, it begins again, and every order is answered as before. */
export const forgetDays = (progress: Progress): Progress => ({ ...progress, ...EMPTY })

const fileIn = (dataDir: string) => join(dataDir, 'replay.json')
