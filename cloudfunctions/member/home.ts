import type { Contract } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { accept } from '../../core/domain/result'
import { goals, tierStanding } from '../../core/domain/standing'
import { readMember } from '../../core/store/as-of'
import type { Restaurant } from '../../core/store/restaurant'
import type { Handler } from '../serve'

const LATEST = 5
const SHOWN_REWARDS = 4

export const home: Handler<Contract['member']['home']> = async (_input, env) => {
  const [member, restaurant] = await Promise.all([
    readMember(env.db, env.caller(), env.now),
    env.restaurant(),
  ])
  if (member === null) return accept(welcome(restaurant))

  const { account, profile } = member
  const [soonest] = account.lots
  return accept({
    joined: true as const,
    member: member._id,
    ...profile,
    balance: balanceOf(account),
    pointsPerYuan: restaurant.program.earn.pointsPerYuan,
    tier: tierStanding(account, restaurant.program),
    ...goals(account, restaurant.program),
    expiring: soonest === undefined ? null : { points: soonest.left, on: soonest.expiresOn },
    latest: member.latest.slice(0, LATEST),
    seq: member.seq,
  })
}

const welcome = ({ program }: Restaurant) => ({
  joined: false as const,
  registration: program.earn.registration,
  pointsPerYuan: program.earn.pointsPerYuan,
  rewards: [...program.rewards].sort((a, b) => a.points - b.points).slice(0, SHOWN_REWARDS),
})
