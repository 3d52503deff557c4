import type { Chance } from '../chance'
import type { Script, Stage } from '../stage'
import { FOREIGN, makePhoneCode, NUMBERS } from '../wechat'
import { someCashier, someText } from './counter'
import { someDiner } from './diner'

/** People lend their phones to each other; now and then a code is too old, or none at all. */
function somePhoneCode(stage: Stage, chance: Chance): string {
  const kind = chance.weigh({ fresh: 14, foreign: 1, old: 1, text: 1 })
  if (kind === 'text') return someText(chance)
  const number = kind === 'foreign' ? FOREIGN : chance.pick(NUMBERS)
  return makePhoneCode(number, kind === 'old' ? stage.now - 400_000 : stage.now, chance)
}

export const bindPhone: Script = async (stage, chance) => {
  const input = { key: chance.uuid(), code: somePhoneCode(stage, chance) }
  await stage.persist(stage.question(someDiner(chance), 'member', 'bindPhone', input), chance)
}

export const forgetPhone: Script = async (stage, chance) => {
  const input = { key: chance.uuid() }
  await stage.persist(stage.question(someDiner(chance), 'member', 'forgetPhone', input), chance)
}

export const findByPhone: Script = async (stage, chance) => {
  const input = { phone: chance.pick(NUMBERS) }
  await stage.persist(stage.question(someCashier(chance), 'cashier', 'findByPhone', input), chance)
}
