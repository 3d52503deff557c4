import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Codes and member numbers depend on it. */
export const keptSecret = (dataDir: string): string =>
  kept(dataDir, 'secret', () => randomBytes(32).toString('hex'))

/** What is kept of a person is sealed with these. To rotate, write a new key in front: `2:<base64>,1:…`. */
export const keptSealKeys = (dataDir: string): string =>
  kept(dataDir, 'seal-keys', () => `1:${randomBytes(32).toString('base64')}`)

/** Made at the first start and kept beside the data. */
function kept(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name)
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
