import type { BusinessDay, Points, Program, Reward, Tier } from '../contract'
import { type Account, balanceOf } from './account'
import { FULL_BP, missingOf, points, shareBp } from './amounts'
import { priceFor } from './price'
import { stampsOf } from './stamps'
import { growthOn, ROUTES, tierAfter, tierOf } from './tier'

/** Where he stands between his tier and the next, on the route on which least is missing. LVL-12. */
export function tierStanding(account: Account, today: BusinessDay, program: Program) {
  const tier = tierOf(account, program)
  const after = tierAfter(tier, program)
  return { ...inShort(tier), next: after && wayTo(after, account, today) }
}

const inShort = ({ id, name, multiplierBp, payBp }: Tier) => ({ id, name, multiplierBp, payBp })

/** Null where nothing but a sale leads there. */
function wayTo(tier: Tier, account: Account, today: BusinessDay) {
  const [nearest] = routesTo(tier, account, today)
  return nearest === undefined ? null : { ...inShort(tier), ...nearest }
}

/** Each route to a tier: how far he is on it, the nearest to its end first. C-25. */
export function routesTo({ reach }: Tier, account: Account, today: BusinessDay) {
  const growth = growthOn(account, today)
  return ROUTES.flatMap((route) => {
    const asked = reach[route]
    if (asked === null) return []
    const has = growth[route]
    return [
      { route, asked: asked as number, missing: missingOf(asked, has), progressBp: shareBp(has, asked) },
    ]
  }).sort((a, b) => b.progressBp - a.progressBp)
}

/** A reward as a goal: how far what it costs him still is. MALL-07. */
export function goalOf({ id, name, picture, worth }: Reward, price: Points, account: Account) {
  const balance = balanceOf(account)
  const missing = points(missingOf(price, balance))
  return { id, name, picture, worth, points: price, missing, progressBp: shareBp(balance, price) }
}

/** The nearest reward still out of reach at the prices of today, the best one within it, and how many are within it. */
export function goals(account: Account, today: BusinessDay, program: Program) {
  const ladder = program.rewards
    .map((reward) => goalOf(reward, priceFor(reward, account, today, program).points, account))
    .sort((a, b) => a.points - b.points)
  const within = ladder.filter(({ progressBp }) => progressBp === FULL_BP)
  return {
    goal: ladder.find(({ progressBp }) => progressBp < FULL_BP) ?? null,
    best: within.at(-1) ?? null,
    affordable: within.length,
  }
}

/** His card of stamps, and what a full one gives; null where there is none. CAMP-09. */
export function stampCardStanding(account: Account, program: Program) {
  const { stampCard: card } = program
  if (card === null) return null
  const reward = program.rewards.find(({ id }) => id === card.reward)
  if (reward === undefined) return null
  const { id, name, picture, worth } = reward
  const { stamps: of, atLeast } = card
  return { stamps: stampsOf(account), of, atLeast, reward: { id, name, picture, worth } }
}
