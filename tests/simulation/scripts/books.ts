import { finding } from '../../../core/domain/audit/finding'
import { raise } from '../../../core/store/alarms'
import { databaseThrough } from '../database-through'
import { PROPOSALS } from '../furnish'
import { idOf, MANAGER, openidOf, programOn } from '../house'
import { plainDay } from '../plain-lots'
import type { Script } from '../stage'
import { someManager } from './behind-the-counter'

/** The manager looks after the books. In a sound house there is nothing to decide. */
const ask =
  (procedure: 'alarms' | 'proposals' | 'health'): Script =>
  async (stage, chance) => {
    const who = chance.happens(0.9) ? someManager(chance) : idOf('oto')
    await stage.persist(stage.question(who, 'manager', procedure, {}), chance)
  }

export const alarms = ask('alarms')
export const proposals = ask('proposals')
export const health = ask('health')

/** She presses "allow" in WeChat's dialog. Now and then a phone says so and it is not true. */
export const allowMessages: Script = async (stage, chance) => {
  const who = chance.happens(0.95) ? MANAGER : idOf('oto')
  if (chance.happens(0.85)) stage.theatre.books.engine.wechat.messages.allow(openidOf(who), 'alarm')
  const input = { key: chance.uuid(), template: 'alarm' }
  await stage.persist(stage.question(who, 'manager', 'allowMessages', input), chance)
}

/** Something is found that should be told. */
export const alarm: Script = async ({ theatre: { world, house } }, chance) => {
  const now = new Date(world.now)
  const db = databaseThrough((action, body) => world.engine.answer(action, body, world.now))
  const program = async () => programOn(house, plainDay(world.now))
  const kept = { db, now, program, chance: () => 0, sleep: async () => undefined, warn: () => undefined }
  const kind = chance.pick(['ERROR_RATE', 'LARGE_CHANGE'] as const)
  await raise(kept, finding(kind, null, `drill-${chance.below(9)}`), now.toISOString())
}

/** One that is there, or one that never was. */
export const acknowledgeAlarm: Script = async (stage, chance) => {
  const answer = await stage.persist(stage.question(MANAGER, 'manager', 'alarms', {}), chance)
  const open = (answer?.data?.alarms ?? []) as { id: string }[]
  const alarm = open.length > 0 ? chance.pick(open).id : 'ACCOUNT_DIFFERS.nobody'
  await stage.persist(stage.question(MANAGER, 'manager', 'acknowledgeAlarm', { alarm }), chance)
}

/** What is proposed of sound accounts, and something that never was. */
const KNOWN = ['nobody.1', ...PROPOSALS.map(({ _id }) => _id)]

export const decideProposal: Script = async (stage, chance) => {
  const proposal = chance.pick(KNOWN)
  for (const approve of chance.pick([[true], [false], [false, true]])) {
    const input = { key: chance.uuid(), proposal, approve }
    await stage.persist(stage.question(MANAGER, 'manager', 'decideProposal', input), chance)
  }
}
