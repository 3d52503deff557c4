import type { MemberId } from '../core/contract'
import type { Member } from '../core/store/member'
import type { Env } from './env'
import { lookUpHash, type SealOwner, sealedUnder, unseal } from './seal'

/** What a member's number is sealed for. */
export const PHONE = 'phone'

export const phoneOwner = (member: MemberId): SealOwner => ({ owner: member, purpose: PHONE })

/** Under which a number is found again. */
export const phoneHandle = (secret: string, number: string): string => lookUpHash(secret, PHONE, number)

export const maskPhone = (number: string): string => `${number.slice(0, 3)}****${number.slice(-4)}`

/**
 * A member's own number as he is shown it. Should its key have been taken away too soon, the rest
 * of his card is shown all the same.
 */
export function shownPhone({ _id, profile }: Member, env: Env): string | null {
  if (profile.phone === undefined) return null
  const { sealed } = profile.phone
  const id = sealedUnder(sealed)
  if (env.seals.keys.has(id)) return maskPhone(unseal(env.seals, phoneOwner(_id), sealed))
  env.warn('a phone number cannot be opened', new Error(`there is no seal key ${id}`))
  return null
}
