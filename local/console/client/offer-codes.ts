import { onTold, type Role, roles, tell } from './listen-to-phones'

const titles: Record<Role, string> = { diner: '食客手机', cashier: '收银员手机', manager: '店长手机' }

/** How long a phone may take to read the codes on its screen. */
const PATIENCE_MS = 1500

interface Search {
  asker: Role
  id: string
  awaited: Set<Role>
  found: { label: string; text: string }[]
}

const searches = new Map<string, Search>()

/**
 * One phone scans, the others hold up their screens: each is asked which codes can be read on it,
 * and the one that scans is offered them all.
 */
export function offerCodes(): void {
  onTold((role, told) => {
    if (told.type === 'scan-request') startSearch(role, told.id)
    if (told.type === 'codes') noteCodes(role, told.id, told.codes)
  })
}

function startSearch(asker: Role, id: string): void {
  const others = roles.filter((role) => role !== asker)
  const search: Search = { asker, id, awaited: new Set(others), found: [] }
  const name = `${asker}/${id}`
  searches.set(name, search)
  for (const role of others) tell(role, { type: 'read-codes', id: name })
  setTimeout(() => finish(name), PATIENCE_MS)
}

function noteCodes(role: Role, name: string, codes: string[]): void {
  const search = searches.get(name)
  if (!search?.awaited.delete(role)) return
  for (const [index, text] of codes.entries()) {
    const number = codes.length > 1 ? ` ${index + 1}` : ''
    search.found.push({ label: `${titles[role]}上的二维码${number}`, text })
  }
  if (search.awaited.size === 0) finish(name)
}

function finish(name: string): void {
  const search = searches.get(name)
  if (!search) return
  searches.delete(name)
  tell(search.asker, { type: 'scan-offers', id: search.id, offers: search.found })
}
