import { points } from '../core/domain/amounts'
import { businessDayOf } from '../core/domain/calendar'
import { isExpired, type Redemption } from '../core/store/redemption'
import { redemptionQr } from './codes'
import type { Env } from './env'

/** A code as its owner sees it, today. */
export const ownView = (redemption: Redemption, env: Env) => ({
  ...redemption,
  code: redemption._id,
  qr: redemptionQr(env.secret, redemption._id),
  points: points(redemption.points),
  stamps: redemption.stamps ?? null,
  voided: redemption.voided ?? null,
  status: statusOf(redemption, env),
})

export const statusOf = (redemption: Redemption, { now }: Env) =>
  isExpired(redemption, businessDayOf(now)) ? ('expired' as const) : redemption.status
