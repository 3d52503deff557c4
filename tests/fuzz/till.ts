import { ORDERS_PATH, tillSignature } from '../../cloudfunctions/pos/check-signature'
import { BRANCHES } from '../simulation/house'

export const NOON = Date.parse('2027-03-05T12:00:00+08:00')

interface Request {
  body: string
  branch?: string
  /** What it is signed with, where that is not the branch's own key. */
  key?: string
  timestamp?: string
  nonce?: string
}

let requests = 0

/** A request as a till of ours makes it, but for what is said otherwise. */
export function signed({ body, branch = 'jingan', key, timestamp, nonce }: Request) {
  requests += 1
  const at = timestamp ?? String(NOON / 1000)
  const once = nonce ?? `nonce-of-the-fuzz-${requests}`
  const own = BRANCHES.find(({ _id }) => _id === branch)?.tillKey ?? ''
  const headers: Record<string, string> = {
    'x-branch': branch,
    'x-timestamp': at,
    'x-nonce': once,
    'x-signature': tillSignature(key ?? own, at, once, body),
  }
  return { path: ORDERS_PATH, httpMethod: 'POST', headers, body }
}
