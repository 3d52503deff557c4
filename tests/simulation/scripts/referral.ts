import { referralCodeOf } from '../../../cloudfunctions/codes'
import { MEMBERS, NEWCOMERS, SECRET } from '../house'
import type { Script } from '../stage'
import { someDiner } from './diner'

const PEOPLE = [...MEMBERS, ...MEMBERS, ...NEWCOMERS]

/** Joins by the code of somebody who may have joined, may work here, or may be himself; or by no code of ours. */
export const comeByFriend: Script = async (stage, chance) => {
  const code = referralCodeOf(SECRET, chance.pick(PEOPLE))
  const referral = chance.happens(0.9) ? chance.pick([code, code.toLowerCase()]) : 'NOBODYS1'
  const who = chance.pick(PEOPLE)
  if (chance.happens(0.3)) await stage.persist(stage.question(who, 'member', 'home', { referral }), chance)
  const input = { key: chance.uuid(), referral }
  await stage.persist(stage.question(who, 'member', 'join', input), chance)
}

export const look: Script = async (stage, chance) => {
  await stage.persist(stage.question(someDiner(chance), 'member', 'referral', {}), chance)
}

export const poster: Script = async (stage, chance) => {
  await stage.persist(stage.question(someDiner(chance), 'member', 'poster', {}), chance)
}
