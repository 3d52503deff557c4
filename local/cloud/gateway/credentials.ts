import { randomBytes } from 'node:crypto'

export interface Credential {
  secretId: string
  secretKey: string
  sessionToken?: string
}

export const newCredential = (): Credential & { sessionToken: string } => ({
  secretId: `AKID${randomBytes(12).toString('hex')}`,
  secretKey: randomBytes(24).toString('hex'),
  sessionToken: randomBytes(16).toString('hex'),
})

/** Who may call, and in whose name: every function process has a credential of its own. */
export class Credentials<Owner> {
  #known = new Map<string, { credential: Credential; owner: Owner | null }>()

  grant(credential: Credential, owner: Owner | null) {
    this.#known.set(credential.secretId, { credential, owner })
  }

  revoke(credential: Credential) {
    this.#known.delete(credential.secretId)
  }

  find(secretId: string) {
    return this.#known.get(secretId)
  }
}
