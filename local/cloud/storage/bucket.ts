import { createHmac, timingSafeEqual } from 'node:crypto'
import { keptSecret } from '../kept-secret'

const LONGEST_BYTES = 850

/** Stands for a tool or a function: what they upload is no person's. An openid never looks like that. */
export const NOBODY = 'local.'

/** The one bucket of an environment: how its files are called, and who may send or fetch one for how long. */
export class Bucket {
  readonly name: string
  readonly #secret: Buffer

  constructor(
    directory: string,
    readonly envId: string,
    readonly origin: () => string,
  ) {
    this.name = `6c6f-${envId}-1250000000`
    this.#secret = keptSecret(directory, 'storage-secret')
  }

  fileId(path: string): string {
    return `cloud://${this.envId}.${this.name}/${path}`
  }

  /** Null for a file that is not of this environment. */
  pathOf(fileId: unknown): string | null {
    const start = this.fileId('')
    const path = typeof fileId === 'string' && fileId.startsWith(start) ? fileId.slice(start.length) : ''
    return isPath(path) ? path : null
  }

  cosFileId(path: string): string {
    return Buffer.from(path).toString('base64url')
  }

  /** Good until the second named in it; for `put` or `get` of this path only, and a `put` in one person's name. */
  sign(method: 'put' | 'get', path: string, until: number, by = NOBODY): string {
    return createHmac('sha256', this.#secret).update(`${method} ${until} ${by} ${path}`).digest('hex')
  }

  isSigned(method: 'put' | 'get', path: string, until: number, signature: string, by = NOBODY): boolean {
    const expected = Buffer.from(this.sign(method, path, until, by))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  /** The SDK encodes the address of a file itself, so a path goes into it as it is. */
  address(path: string): string {
    return `${this.origin()}/storage/${path}`
  }
}

/** Not empty, no "/" at its ends or twice, none of the characters that end a path in an address, at most 850 bytes. */
export const isPath = (path: unknown): path is string =>
  typeof path === 'string' &&
  path !== '' &&
  !/^\/|\/$|\/\/|[?#%\\\p{Cc}]|(^|\/)\.\.?(\/|$)/u.test(path) &&
  Buffer.byteLength(path) <= LONGEST_BYTES
