import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret of this data directory, made at the first start: what was signed with it stays good over a restart. */
export function keptSecret(directory: string, name: string): Buffer {
  const file = join(directory, name)
  mkdirSync(directory, { recursive: true })
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secret = randomBytes(32)
  writeFileSync(file, secret, { mode: 0o600, flush: true })
  return secret
}
