import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { readRedemptions } from '../../core/store/redemption'
import { ownView } from '../redemption-view'
import type { Handler } from '../serve'

export const redemptions: Handler<Contract['mall']['redemptions']> = async (_input, env) => {
  const mine = (await readRedemptions(env.db, env.caller())).map((redemption) => ownView(redemption, env))
  const open = mine.filter(({ status }) => status === 'issued')
  const closed = mine.filter(({ status }) => status !== 'issued')
  return accept({ redemptions: [...open, ...closed] })
}
