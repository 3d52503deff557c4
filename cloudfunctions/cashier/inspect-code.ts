import type { Contract } from '../../core/contract'
import { fen, points } from '../../core/domain/amounts'
import { accept } from '../../core/domain/result'
import { statusOf } from '../redemption-view'
import type { Handler } from '../serve'
import { findAtCounter, isGoodHere } from './redemption-at-counter'

export const inspectCode: Handler<Contract['cashier']['inspectCode']> = async ({ code }, env) => {
  const found = await findAtCounter('cashier.inspectCode', code, env)
  if (!found.ok) return found
  const { redemption, staff } = found.value
  return accept({
    ...redemption,
    code: redemption._id,
    worth: fen(redemption.worth),
    points: points(redemption.points),
    stamps: redemption.stamps ?? null,
    voided: redemption.voided ?? null,
    status: statusOf(redemption, env),
    here: isGoodHere(redemption, staff),
  })
}
