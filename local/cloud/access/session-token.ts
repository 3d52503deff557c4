import { createHmac, timingSafeEqual } from 'node:crypto'
import { keptSecret } from '../kept-secret'

/** Stands in for WeChat's login: a token says who somebody is, and only this data directory can make one. */
export class Sessions {
  readonly #secret: Buffer

  /** The secret lives with the data, so that a phone stays logged in over a restart. */
  constructor(directory: string) {
    this.#secret = keptSecret(directory, 'session-secret')
  }

  issue(openid: string): string {
    return `${Buffer.from(openid).toString('base64url')}.${this.#sign(openid).toString('base64url')}`
  }

  read(token: string): string | null {
    const [name, signature] = token.split('.')
    if (!name || !signature) return null
    const openid = Buffer.from(name, 'base64url').toString('utf8')
    const expected = this.#sign(openid)
    const given = Buffer.from(signature, 'base64url')
    return given.length === expected.length && timingSafeEqual(given, expected) ? openid : null
  }

  #sign(openid: string): Buffer {
    return createHmac('sha256', this.#secret).update(openid).digest()
  }
}
