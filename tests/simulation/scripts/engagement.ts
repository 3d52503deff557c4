import type { Chance } from '../chance'
import { drawAnswers } from '../draw-questionnaire'
import { BRANCHES, DAY_MS, programOn } from '../house'
import { plainDay } from '../plain-lots'
import type { Script } from '../stage'
import { someManager } from './behind-the-counter'
import { someAmount } from './counter'
import { someDiner } from './diner'

const ask =
  (procedure: 'round' | 'questionnaire' | 'campaigns', input: (chance: Chance) => object): Script =>
  async (stage, chance) => {
    await stage.persist(
      stage.question(someDiner(chance), 'engagement', procedure, { ...input(chance) }),
      chance,
    )
  }

export const round = ask('round', () => ({}))
export const campaigns = ask('campaigns', () => ({}))
export const questionnaire = ask('questionnaire', () => ({}))

/** What was asked of him on this day or on another, by one tap or by two at once. */
export const answer: Script = async (stage, chance) => {
  const who = someDiner(chance)
  const day = plainDay(stage.now + (chance.happens(0.2) ? 5 * DAY_MS : 0))
  const asked = programOn(stage.theatre.house, day).questionnaire
  const id = asked === null || chance.happens(0.05) ? 'spring' : asked.id
  const answers =
    asked === null ? [{ question: 'taste', kind: 'stars', stars: 3 }] : drawAnswers(asked, chance)
  const say = () =>
    stage.persist(
      stage.question(who, 'engagement', 'answer', { key: chance.uuid(), questionnaire: id, answers }),
      chance,
    )
  await Promise.all([say(), ...(chance.happens(0.3) ? [say()] : [])])
}

/** Of what is asked now, or of one by name. */
export const answers: Script = async (stage, chance) => {
  const input = chance.happens(0.6) ? {} : { questionnaire: chance.pick(['spring', 'autumn', 'winter']) }
  await stage.persist(stage.question(someManager(chance), 'manager', 'answers', input), chance)
}

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
