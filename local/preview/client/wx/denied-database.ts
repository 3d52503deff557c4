import { asynchronous, Refused } from './asynchronous'

const ASKS = ['add', 'count', 'get', 'remove', 'set', 'update']
const CODE = -502003

/**
 * `wx.cloud.database()`: a question can be put together as on a phone, and the cloud is really asked; it denies it,
 * because no collection is open to mini-programs.
 */
export function createDatabase(token: string): unknown {
  const ask = (name: string) =>
    asynchronous(name, async () => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const response = await fetch('/wx/database', { method: 'POST', headers, body: '{}' })
      const told =
        response.status === 403 ? 'database permission denied' : `the cloud answered ${response.status}`
      throw new Refused(`${CODE} ${told}`, { errCode: CODE })
    })
  return anything('collection', ask)
}

/** Every part of a question leads to the next one: `collection(…)`, `where(…)`, `command.gt(…)`. */
function anything(owner: string, ask: (name: string) => unknown): unknown {
  return new Proxy(() => undefined, {
    apply: () => anything(owner, ask),
    get(_target, part) {
      if (typeof part !== 'string' || part === 'then') return undefined
      if (ASKS.includes(part)) return ask(`${owner}.${part}`)
      return anything(part === 'doc' ? 'document' : owner, ask)
    },
  })
}
