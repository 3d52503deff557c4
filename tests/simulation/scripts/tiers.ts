import type { Script } from '../stage'
import { someDiner } from './diner'

export const levels: Script = async (stage, chance) => {
  await stage.persist(stage.question(someDiner(chance), 'tiers', 'levels', {}), chance)
}

/** Mostly one that may be for sale; now and then everybody's, or one that nobody has heard of. */
export const buy: Script = async (stage, chance) => {
  const tier = chance.weigh({ gold: 6, diamond: 6, silver: 1, platinum: 1 })
  const input = { key: chance.uuid(), tier }
  await stage.persist(stage.question(someDiner(chance), 'tiers', 'buy', input), chance)
}

export const pause: Script = async (stage, chance) => {
  const input = { key: chance.uuid() }
  await stage.persist(stage.question(someDiner(chance), 'tiers', 'pause', input), chance)
}
