import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Stands in for WeChat's login: a token says who somebody is, and only this data directory can make one. */
export class Sessions {
  private constructor(readonly secret: Buffer) {}

  /** The secret lives with the data, so that a phone stays logged in over a restart. */
  static async open(directory: string): Promise<Sessions> {
    const file = join(directory, 'session-secret')
    await mkdir(directory, { recursive: true })
    try {
      return new Sessions(await readFile(file))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    const secret = randomBytes(32)
    await writeFile(file, secret, { mode: 0o600 })
    return new Sessions(secret)
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
    return createHmac('sha256', this.secret).update(openid).digest()
  }
}
