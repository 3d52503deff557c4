import type { Chance } from '../chance'
import { BRANCHES } from '../house'
import type { Script } from '../stage'
import { someAmount } from './counter'
import { someDiner } from './diner'

const ask =
  (procedure: 'round' | 'checkIn' | 'campaigns', input: (chance: Chance) => object): Script =>
  async (stage, chance) => {
    await stage.persist(
      stage.question(someDiner(chance), 'engagement', procedure, { ...input(chance) }),
      chance,
    )
  }

export const round = ask('round', () => ({}))
export const campaigns = ask('campaigns', () => ({}))

/** By one tap, or by two at once: of a phone and of another, or across four in the morning. */
export const checkIn: Script = async (stage, chance) => {
  const who = someDiner(chance)
  const tap = () =>
    stage.persist(stage.question(who, 'engagement', 'checkIn', { key: chance.uuid() }), chance)
  await Promise.all([tap(), ...(chance.happens(0.3) ? [tap()] : [])])
}

export const calculate: Script = async (stage, chance) => {
  const somewhere = chance.happens(0.5) ? { branch: chance.pick(BRANCHES)._id } : {}
  const input = { amount: someAmount(chance), ...somewhere }
  await stage.persist(stage.question(someDiner(chance), 'points', 'calculate', input), chance)
}
