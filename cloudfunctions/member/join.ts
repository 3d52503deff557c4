import type { Contract } from '../../core/contract'
import { balanceOf, openAccount, post } from '../../core/domain/account'
import { join as joinEntry } from '../../core/domain/join'
import { acceptReferral } from '../../core/domain/referral/count'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import { referralCodeOf } from '../codes'
import type { Handler } from '../serve'
import { readReferralCode } from './read-referral-code'

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
    const joined = joinEntry(today, program)
    const referral = acceptReferral(id, brought, today, program)
    return accept({
      entries: [joined, ...referral.entries],
      errands: referral.errands,
      profile: { name, birthday, referralCode: referralCodeOf(env.secret, id) },
      reply: {
        member: id,
        earned: program.earn.registration,
        balance: balanceOf(post(openAccount(), joined)),
        referral: brought?.standing ?? null,
      },
    })
  })
}
