import { resealPage, type SealedField } from '../core/store/reseal'
import type { Env } from './env'
import { PHONE } from './phone-view'
import { seal, unseal } from './seal'
import { ADDRESS } from './send-message'

/** Everything that is kept sealed, and what for. What is not listed here does not turn with the keys. */
const SEALED: (SealedField & { purpose: string })[] = [
  { collection: 'members', field: 'profile.phone.sealed', owner: '_id', purpose: PHONE },
  { collection: 'consents', field: 'address', owner: 'person', purpose: ADDRESS },
]

/**
 * After a new key was put in front, a page a tick is sealed anew until an old key holds nothing and
 * can be taken away. With one key there is nothing to ask. The number of texts sealed anew.
 */
export async function resealNext(env: Env): Promise<number> {
  const { keys, current } = env.seals
  for (const old of keys.keys()) {
    if (old === current) continue
    for (const { purpose, ...field } of SEALED) {
      const anew = (owner: string, sealed: string) =>
        seal(env.seals, { owner, purpose }, unseal(env.seals, { owner, purpose }, sealed))
      const { due } = await resealPage(env, field, old, anew)
      if (due > 0) return due
    }
  }
  return 0
}
