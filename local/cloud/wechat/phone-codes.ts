import { createHash, randomBytes } from 'node:crypto'

/** How long WeChat keeps a code good. */
const GOOD_MS = 5 * 60_000

/** The number of a person's phone here: made up, and always the same for the same person. */
export function phoneNumberOf(openid: string): string {
  const digits = createHash('sha256').update(openid).digest().readUInt32BE() % 10_000_000
  return `1380${String(digits).padStart(7, '0')}`
}

/** What WeChat tells of a phone. */
export interface PhoneInfo {
  purePhoneNumber: string
  countryCode: string
}

/** WeChat's side of its phone number button: a code stands for the phone that made it, good once and for five minutes. */
export class PhoneCodes {
  #open = new Map<string, { openid: string; at: number }>()

  issue(openid: string, now: number): string {
    for (const [code, { at }] of this.#open) if (now - at > GOOD_MS) this.#open.delete(code)
    const code = randomBytes(32).toString('hex')
    this.#open.set(code, { openid, at: now })
    return code
  }

  /** Null when the code is used up, too old, or none. */
  spend(code: string, now: number): PhoneInfo | null {
    const found = this.#open.get(code)
    this.#open.delete(code)
    if (found === undefined || now - found.at > GOOD_MS) return null
    return { purePhoneNumber: phoneNumberOf(found.openid), countryCode: '86' }
  }
}
