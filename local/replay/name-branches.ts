import { createHash } from 'node:crypto'
import type { BranchId } from '../../core/contract'

const LONGEST_SLUG = 32

/**
 * An id for each branch: its name in small Latin letters and digits. A name that has none of
 * them, or whose id another one has already, gets its own eight digits: `静安店` is `branch-0b3c…`.
 */
export function nameBranches(names: readonly string[]): Map<string, BranchId> {
  const ids = new Map<string, BranchId>()
  const taken = new Set<string>()
  for (const name of [...new Set(names)].sort()) {
    const slug = slugOf(name)
    const id = slug === '' || taken.has(slug) ? `${slug || 'branch'}-${digitsOf(name)}` : slug
    taken.add(id)
    ids.set(name, id as BranchId)
  }
  return ids
}

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_SLUG - 1)
    .replace(/-+$/, '')

const digitsOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 8)
