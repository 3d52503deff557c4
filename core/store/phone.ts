import type { MemberId } from '../contract'
import { accept, type Result, refuse } from '../domain/result'
import type { Hold } from './command'
import type { Kept } from './database'
import type { KeptPhone, Profile } from './member'
import { once } from './once'
import { claimPhone, confirmPhone, freePhone, loosenPhone } from './phone-claim'

interface Asked {
  key: string
  member: MemberId
  input: object
}

/** Why WeChat's word for a number could not be used. */
type NoNumber = 'PHONE_CODE_EXPIRED' | 'PHONE_NOT_SUPPORTED'

type No = NoNumber | 'NOT_A_MEMBER' | 'PHONE_OF_ANOTHER_MEMBER' | 'KEY_REUSED' | 'BUSY'

/**
 * A number becomes a member's: claimed first, then written. The one he had before is free again
 * afterwards. Nothing of the number is kept with the operation, so that it can be forgotten.
 */
export function bindPhone(
  kept: Kept,
  asked: Asked,
  given: Result<{ handle: string; sealed: string }, NoNumber>,
): Promise<Result<null, No>> {
  const { key, member: id } = asked
  const beside = async () => {
    if (!given.ok) return given
    const claimed = await claimPhone(kept, { handle: given.value.handle, member: id, key })
    return claimed.ok ? accept({ ...given.value, key }) : claimed
  }
  const command = { procedure: 'member.bindPhone', ...asked, beside }
  return once<KeptPhone, NoNumber | 'PHONE_OF_ANOTHER_MEMBER' | 'BUSY', null, 'NOT_A_MEMBER'>(
    kept,
    command,
    (member, phone) => {
      if (member === null) return refuse('NOT_A_MEMBER')
      const { phone: old, ...profile } = member.profile
      const hold = replacing(kept, { member: id, by: key }, old, phone)
      return accept({ entries: [], profile: { ...profile, phone }, hold, reply: null })
    },
  )
}

/** Forgotten at once, with whoever it is that looks for it. There may have been none. */
export function forgetPhone(
  kept: Kept,
  asked: Asked,
): Promise<Result<null, 'NOT_A_MEMBER' | 'KEY_REUSED' | 'BUSY'>> {
  const command = { procedure: 'member.forgetPhone', ...asked, beside: async () => accept(null) }
  return once<null, never, null, 'NOT_A_MEMBER'>(kept, command, (member) => {
    if (member === null) return refuse('NOT_A_MEMBER')
    const { phone: old, ...profile }: Profile = member.profile
    const hold = replacing(kept, { member: asked.member, by: asked.key }, old, undefined)
    return accept({ entries: [], profile, hold, reply: null })
  })
}

/** The claims follow what the member's document says: loosened before it is written, settled after. */
function replacing(
  kept: Kept,
  who: { member: MemberId; by: string },
  old: KeptPhone | undefined,
  next: KeptPhone | undefined,
): Hold {
  const left = old !== undefined && old.handle !== next?.handle ? old : undefined
  return {
    token: who.by,
    taken: left === undefined,
    take: async () => {
      if (left !== undefined) await loosenPhone(kept, left, who)
      return true
    },
    settle: () =>
      Promise.all([next && confirmPhone(kept, next), left && freePhone(kept, left.handle, who.by)]),
  }
}
