import type { Contract } from '../../core/contract'
import { balanceOf, openAccount, postAll } from '../../core/domain/account'
import { completeProfile } from '../../core/domain/complete-profile'
import { join as joinEntry } from '../../core/domain/join'
import { acceptReferral } from '../../core/domain/referral/count'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import { referralCodeOf } from '../codes'
import type { Handler } from '../serve'
import { readReferralCode } from './read-referral-code'

/** Before he told anything. */
const UNTOLD = { name: null, birthday: null }

/** Who comes by a friend's code joins whether it counts or not, and is told. EARN-03, REF-04. */
export const join: Handler<Contract['member']['join']> = (input, env) => {
  const { key, name = null, birthday = null } = input
  const id = env.caller()
  const beside = async () => {
    const [{ program }, brought] = await Promise.all([
      env.restaurant(),
      readReferralCode(input.referral, env),
    ])
    return accept({ program, brought })
  }
  const command = { procedure: 'member.join', key, member: id, input, beside }
  return once(env, command, (member, { program, brought }, today) => {
    if (member !== null) return refuse('ALREADY_JOINED')
    const profile = { name, birthday }
    const since = birthday === null ? {} : { birthdaySince: today }
    const referral = acceptReferral(id, brought, today, program)
    const joined = [joinEntry(today, program), ...referral.entries]
    const account = postAll(openAccount(), joined)
    const given = completeProfile(account, UNTOLD, profile, today, program)
    const balance = balanceOf(postAll(account, given))
    return accept({
      entries: [...joined, ...given],
      errands: referral.errands,
      profile: { ...profile, ...since, referralCode: referralCodeOf(env.secret, id) },
      reply: {
        member: id,
        earned: balance,
        balance,
        referral: brought?.standing ?? null,
      },
    })
  })
}
