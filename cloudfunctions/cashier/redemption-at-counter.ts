import type { UNKNOWN_CODE } from '../../core/contract/code-refusals'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, type Result, refuse } from '../../core/domain/result'
import { isExpired, type Redemption, readRedemption } from '../../core/store/redemption'
import type { Staff } from '../../core/store/staff'
import { type Action, actionOf } from '../../core/store/trail'
import { openRedemptionCode } from '../codes'
import type { Env } from '../env'

type NotFound = 'FORBIDDEN' | 'TOO_MANY_ATTEMPTS' | (typeof UNKNOWN_CODE)[number]

/** Enough to tell codes apart, too little to use one. */
const lastFour = (code: string): string => code.slice(-4)

/** Find what a scanned or typed code is for, beside asking who scans it. */
export async function findAtCounter(
  procedure: 'cashier.inspectCode' | 'cashier.redeemCode' | 'cashier.reverseClaim',
  text: string,
  env: Env,
): Promise<Result<{ redemption: Redemption; staff: Staff }, NotFound>> {
  const code = openRedemptionCode(env.secret, text)
  const [staff, redemption] = await Promise.all([
    env.staff(procedure),
    code.ok ? readRedemption(env.db, code.value) : null,
  ])
  if (!staff.ok) return staff
  if (!code.ok) return code
  env.about(redemption?.member ?? null, lastFour(code.value))
  return redemption === null ? refuse('CODE_NOT_FOUND') : accept({ redemption, staff: staff.value })
}

export const isGoodHere = ({ branches }: Redemption, staff: Staff): boolean =>
  branches === null || branches.includes(staff.branch)

/** Kept with the code itself, by the write that changes it. SEC-02. */
export const deedOf = (
  procedure: 'cashier.redeemCode' | 'cashier.reverseClaim',
  { _id, member }: Redemption,
  staff: Staff,
  key: string,
  now: Date,
): Action =>
  actionOf(staff, { procedure, member, subject: lastFour(_id), outcome: 'ok', key, unique: key }, now)

/** Why it cannot be used here and now, if it cannot. What cannot be used is not made void either. */
export function obstacle(redemption: Redemption, staff: Staff, env: Env) {
  if (!isGoodHere(redemption, staff)) return refuse('CODE_OF_ANOTHER_BRANCH')
  if (redemption.status === 'redeemed') return refuse('CODE_USED')
  if (redemption.status === 'void') return refuse('CODE_VOID')
  if (isExpired(redemption, businessDayOf(env.now))) return refuse('CODE_EXPIRED')
  return null
}
