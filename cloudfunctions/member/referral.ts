import type { Contract } from '../../core/contract'
import { points } from '../../core/domain/amounts'
import { businessDayOf, monthOf } from '../../core/domain/calendar'
import { friendStanding, waitingForFriends } from '../../core/domain/referral/friend-standing'
import { countedIn, rewardsIn } from '../../core/domain/referral/post-referral'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { readBrought, readSentRewards } from '../../core/store/referral'
import { referralCodeOf } from '../codes'
import { maskName } from '../mask-name'
import type { Handler } from '../serve'

/** PAGE-06. Of a friend is shown what the page needs: a masked name, the day, how it stands. REF-04, REF-08. */
export const referral: Handler<Contract['member']['referral']> = async (_input, env) => {
  const id = env.caller()
  const [member, brought, program] = await Promise.all([
    readMember(env, id),
    readBrought(env, id),
    env.program(),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')
  const sent = await readSentRewards(env, id, brought)
  const { account } = member
  const month = countedIn(account.referrals, monthOf(businessDayOf(env.now)))
  return accept({
    code: referralCodeOf(env.secret, id),
    terms: program.referral,
    month: { rewards: rewardsIn(account.referrals, month), most: program.referral?.perMonth ?? null },
    earned: account.referrals?.points ?? points(0),
    waiting: waitingForFriends(account),
    friends: brought.map(({ _id, profile, joinedOn, account: { referredBy } }) => ({
      name: maskName(profile.name),
      joinedOn,
      ...friendStanding(
        referredBy,
        sent.filter(({ task }) => task.friend === _id),
        account,
        program,
      ),
    })),
  })
}
