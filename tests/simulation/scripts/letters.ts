import { DinerTemplate } from '../../../core/contract/message'
import type { Chance } from '../chance'
import { idOf, openidOf } from '../house'
import type { Script, Stage } from '../stage'
import { someManager } from './behind-the-counter'
import { someDiner } from './diner'

/** He opens his inbox; now and then he goes on from somewhere, or tells that he has read more than there is. */
export const inbox: Script = async (stage, chance) => {
  const input = chance.happens(0.8) ? {} : { before: 1 + chance.below(6) }
  await stage.persist(stage.question(someDiner(chance), 'member', 'inbox', input), chance)
}

export const readInbox: Script = async (stage, chance) => {
  const input = { key: chance.uuid(), upTo: 1 + chance.below(8) }
  await stage.persist(stage.question(someDiner(chance), 'member', 'readInbox', input), chance)
}

/** He presses "allow" in WeChat's dialog, for some of what he is asked about. Now and then a phone says so and it is not true. */
export const allowMessages: Script = async (stage: Stage, chance: Chance) => {
  const who = someDiner(chance)
  const templates = DinerTemplate.options.filter(() => chance.happens(0.7))
  if (templates.length === 0) templates.push('expiring')
  const { messages } = stage.theatre.books.engine.wechat
  for (const template of templates) if (chance.happens(0.85)) messages.allow(openidOf(who), template)
  const input = { key: chance.uuid(), templates }
  await stage.persist(stage.question(who, 'member', 'allowMessages', input), chance)
}

/** A manager looks what members were told; now and then somebody does who may not. */
export const tellings: Script = async (stage, chance) => {
  const who = chance.happens(0.9) ? someManager(chance) : idOf('oto')
  const input = chance.happens(0.5) ? {} : { member: someDiner(chance) }
  await stage.persist(stage.question(who, 'manager', 'tellings', input), chance)
}
