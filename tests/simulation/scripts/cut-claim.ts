import type { Question } from '../question'
import type { Script } from '../stage'
import { someDiner } from './diner'

/** Where a claim takes its piece; later where the instance knew nothing of the restaurant. */
const TAKES = [4, 4, 4, 4, 5, 6, 7]

/** A claim is killed when it has taken its piece, and nobody asks again at once. */
export const cutClaim: Script = async (stage, chance) => {
  const { sent, undecided } = stage
  const reward = chance.weigh({ cake: 5, feast: 2 })
  const question = stage.question(someDiner(chance), 'mall', 'claim', { key: chance.uuid(), reward })
  sent.push(question)
  undecided.push(question)
  await stage.askAndDie(question, chance.pick(TAKES))
}

const TICK: Question = { asked: 'jobs.tick', who: null, input: {} }

/** How much is read meanwhile: the timer has other things to do before it looks at what is held. */
const MOST_LOOKS = 14

/** What was cut is asked again while the timer looks for what was left behind, at any moment of its round. */
export const claimAsTimerLooks: Script = async (stage, chance) => {
  const { theatre, undecided } = stage
  const claims = undecided.filter(({ asked }) => asked === 'mall.claim')
  if (claims.length === 0) return
  const claim = chance.pick(claims)
  const ticked = theatre.ask(TICK)
  for (let looks = chance.below(MOST_LOOKS); looks > 0; looks--)
    await theatre.ask(stage.question(claim.who, 'member', 'home', {}))
  await theatre.ask(claim)
  await ticked
}
