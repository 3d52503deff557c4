import { idOf, MANAGER, PROPOSALS } from '../house'
import type { Script } from '../stage'
import { someManager } from './behind-the-counter'

/** The manager looks after the books. In a sound house there is nothing to decide. */
const ask =
  (procedure: 'alarms' | 'proposals'): Script =>
  async (stage, chance) => {
    const who = chance.happens(0.9) ? someManager(chance) : idOf('oto')
    await stage.persist(stage.question(who, 'manager', procedure, {}), chance)
  }

export const alarms = ask('alarms')
export const proposals = ask('proposals')

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
