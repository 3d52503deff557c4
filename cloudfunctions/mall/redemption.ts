import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { readRedemption } from '../../core/store/redemption'
import { ownView } from '../redemption-view'
import type { Handler } from '../serve'

/** Only his own: another's code is as good as none. */
export const redemption: Handler<Contract['mall']['redemption']> = async ({ code }, env) => {
  const found = await readRedemption(env.db, code)
  if (found === null || found.member !== env.caller()) return refuse('CODE_NOT_FOUND')
  return accept({ redemption: ownView(found, env) })
}
