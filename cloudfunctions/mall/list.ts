import type { BusinessDay, Contract, Points } from '../../core/contract'
import { balanceOf } from '../../core/domain/account'
import { businessDayOf } from '../../core/domain/calendar'
import { leftOn } from '../../core/domain/daily-limit'
import { isOnThrough } from '../../core/domain/earning/campaign-days'
import { type Price, priceFor } from '../../core/domain/price'
import { accept, refuse } from '../../core/domain/result'
import { goalOf } from '../../core/domain/standing'
import { readMember } from '../../core/store/as-of'
import { countOpenCodes } from '../../core/store/redemption'
import { readShelf } from '../../core/store/stock'
import type { Handler } from '../serve'

/** What he can have first, then the rest; cheapest first in each. MALL-01, MALL-03. */
export const list: Handler<Contract['mall']['list']> = async (_input, env) => {
  const id = env.caller()
  const [member, { program }, shelf, openCodes] = await Promise.all([
    readMember(env, id),
    env.restaurant(),
    readShelf(env.db),
    countOpenCodes(env, id),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')

  const today = businessDayOf(env.now)
  const offers = program.rewards
    .map((reward) => {
      const { stock, ...shown } = reward
      const price = priceFor(reward, member.account, today, program)
      const { points, missing } = goalOf(reward, price.points, member.account)
      const left = stock === null ? null : (shelf.get(reward.id) ?? 0)
      const exchange = exchangeOf(price, reward.points, today)
      const leftToday = leftOn(member.account, reward, today)
      const affordable = missing === 0 && left !== 0 && leftToday !== 0
      return { ...shown, points, exchange, left, leftToday, missing, affordable }
    })
    .sort((a, b) => Number(b.affordable) - Number(a.affordable) || a.points - b.points)
  return accept({
    today,
    balance: balanceOf(member.account),
    offers,
    openCodes,
    redemptionDays: program.redemptionDays,
  })
}

const exchangeOf = ({ campaign }: Price, usual: Points, today: BusinessDay) =>
  campaign && { name: campaign.name, usual, until: isOnThrough(campaign, today) }
