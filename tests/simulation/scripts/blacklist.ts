import type { Script } from '../stage'
import { someManager } from './behind-the-counter'
import { someDiner } from './diner'

export const barred: Script = async (stage, chance) => {
  await stage.persist(stage.question(someManager(chance), 'manager', 'barred', {}), chance)
}

/** Mostly a diner, for some days or until somebody takes him off again; now and then a manager herself. */
export const bar: Script = async (stage, chance) => {
  const who = someManager(chance)
  const input = {
    key: chance.uuid(),
    member: chance.happens(0.9) ? someDiner(chance) : who,
    reason: chance.pick(['CASH_OUT', 'FALSE_BILLS', 'MANY_ACCOUNTS', 'OTHER']),
    note: '核对过',
    days: chance.pick([null, 1, 2, 5, 40]),
  }
  await stage.persist(stage.question(who, 'manager', 'bar', input), chance)
}

/** Somebody on the list, if there is one. */
export const liftBar: Script = async (stage, chance) => {
  const who = someManager(chance)
  const answer = await stage.persist(stage.question(who, 'manager', 'barred', {}), chance)
  const members = (answer?.data?.members ?? []) as { member: string }[]
  const { member } =
    members.length > 0 && chance.happens(0.8) ? chance.pick(members) : { member: someDiner(chance) }
  const input = { key: chance.uuid(), member, note: '核对过' }
  await stage.persist(stage.question(who, 'manager', 'liftBar', input), chance)
}
