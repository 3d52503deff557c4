import type { Brought } from '../../core/domain/referral/count'
import { worksHere } from '../../core/store/errand'
import { findReferrer } from '../../core/store/referral'
import type { Env } from '../env'
import { normaliseCode } from '../sign'

/**
 * Whose code a guest came with; null without one. Staff are neither referrers nor referees, because they
 * could bring every guest they serve. RISK-01.
 */
export async function readReferralCode(code: string | undefined, env: Env): Promise<Brought | null> {
  if (code === undefined) return null
  const [{ program }, owner] = await Promise.all([env.restaurant(), findReferrer(env, normaliseCode(code))])
  if (program.referral === null) return { standing: 'REFERRAL_OFF', referrer: null }
  if (owner === null) return { standing: 'CODE_UNKNOWN', referrer: null }
  const isStaff = await worksHere(env, [owner._id, env.caller()])
  return { standing: isStaff ? 'STAFF' : 'COUNTS', referrer: owner._id }
}
