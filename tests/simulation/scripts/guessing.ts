import type { MemberId } from '../../../core/contract'
import type { Chance } from '../chance'
import { CASHIERS, MEMBERS } from '../house'
import type { Question } from '../question'
import type { Script, Stage } from '../stage'

const LETTERS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

const someGuess = (chance: Chance): string => Array.from({ length: 16 }, () => chance.pick(LETTERS)).join('')

/** F9: somebody tries code after code: a colleague those of rewards, a diner those of invitations. */
export const guessing: Script = async (stage, chance) => {
  const guess = chance.pick([atCounter, atCounter, atDoor, atTable])
  const who = guess === atCounter ? chance.pick(CASHIERS) : chance.pick(MEMBERS)
  for (let n = 0; n < 20; n++) await stage.theatre.ask({ ...guess(stage, who, chance), hostile: true })
}

type Guess = (stage: Stage, who: MemberId, chance: Chance) => Question

const atCounter: Guess = (stage, who, chance) => {
  const code = someGuess(chance)
  const how = chance.weigh({ redeemCode: 2, inspectCode: 2, reverseClaim: 1 })
  const key = how === 'inspectCode' ? {} : { key: chance.uuid() }
  const reason = how === 'reverseClaim' ? { reason: '点错了' } : {}
  return stage.question(who, 'cashier', how, { ...key, code, ...reason })
}

const atDoor: Guess = (stage, who, chance) =>
  stage.question(who, 'cashier', 'acceptInvitation', { code: someGuess(chance) })

const atTable: Guess = (stage, who, chance) =>
  stage.question(who, 'member', 'sit', { branch: 'jingan', table: `${chance.below(90) + 10}` })
