import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { assert } from '../core/domain/result'
import { mac16 } from './sign'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The keys that secrets are sealed with at rest: the first seals, all of them open. */
export interface Seals {
  current: string
  keys: ReadonlyMap<string, Buffer>
  draw(bytes: number): Buffer
}

/** Whose secret it is and what for. Sealed for one, it does not open for another. */
export interface SealOwner {
  owner: string
  purpose: string
}

/** `2:<base64 of 32 bytes>,1:<base64>`, newest first. What is wrong is told by its place, never by its content. */
export function readSeals(text: string, draw: Seals['draw'] = randomBytes): Seals {
  const parts = text.split(',').map((part, index) => readKey(part.trim(), index + 1))
  const keys = new Map(parts)
  assert(keys.size === parts.length, 'HUITOUKE_SEAL_KEYS names one key id twice')
  return { current: parts[0]?.[0] ?? '', keys, draw }
}

function readKey(part: string, place: number): [string, Buffer] {
  const [, id, base64] = /^([a-z0-9]{1,8}):([A-Za-z0-9+/]+=*)$/.exec(part) ?? []
  const where = `key ${place} of HUITOUKE_SEAL_KEYS`
  assert(id !== undefined && base64 !== undefined, `${where} is not "<id>:<base64>"`)
  const key = Buffer.from(base64, 'base64')
  assert(key.length === KEY_BYTES, `${where} has ${key.length} bytes instead of ${KEY_BYTES}`)
  return [id, key]
}

/** AES-256-GCM under the newest key: `<key id>.<nonce, ciphertext and tag>`. */
export function seal(seals: Seals, owner: SealOwner, text: string): string {
  const nonce = seals.draw(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(seals, seals.current), nonce)
  cipher.setAAD(boundTo(owner, seals.current))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${seals.current}.${sealed.toString('base64url')}`
}

/** What was sealed for this owner. Anything else throws, and the error tells the key id at most. */
export function unseal(seals: Seals, owner: SealOwner, sealed: string): string {
  const id = sealedUnder(sealed)
  const key = keyOf(seals, id)
  const bytes = Buffer.from(sealed.slice(id.length + 1), 'base64url')
  assert(bytes.length >= NONCE_BYTES + TAG_BYTES, 'this is no sealed text')
  // Base64 has spellings that decode to the same bytes: only ours is ours.
  assert(sealed === `${id}.${bytes.toString('base64url')}`, 'this is no sealed text')
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(-TAG_BYTES)]
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(owner, id)).setAuthTag(tag)
  const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
  return Buffer.concat([opened, decipher.final()]).toString('utf8')
}

/** The id of the key it was sealed under, to find what an old key still holds. */
export function sealedUnder(sealed: string): string {
  const [, id] = /^([a-z0-9]{1,8})\.[A-Za-z0-9_-]+$/.exec(sealed) ?? []
  assert(id !== undefined, 'this is no sealed text')
  return id
}

/** Finds a secret again without opening anything: the same for the same text, nothing without our secret. */
export const lookUpHash = (secret: string, purpose: string, text: string): string =>
  mac16(secret, 'look-up', purpose, text)

function keyOf({ keys }: Seals, id: string): Buffer {
  const key = keys.get(id)
  assert(key !== undefined, `there is no seal key ${id}`)
  return key
}

const boundTo = ({ owner, purpose }: SealOwner, keyId: string): Buffer =>
  Buffer.from(JSON.stringify([purpose, owner, keyId]))
