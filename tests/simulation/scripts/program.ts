import { addDays } from '../../../core/domain/calendar'
import type { Chance } from '../chance'
import { BRANCHES, MEMBERS, programOn } from '../house'
import { plainDay } from '../plain-lots'
import type { Script, Stage } from '../stage'
import { someManager } from './behind-the-counter'
import { someAmount } from './counter'

/** The programme of today, or one that is a little other. */
function someTerms({ now, theatre }: Stage, chance: Chance) {
  const { version: _version, validFrom: _from, ...terms } = programOn(theatre.house, plainDay(now))
  const pointsPerYuan = chance.pick([1, 2, 3])
  return { ...terms, earn: { ...terms.earn, pointsPerYuan } }
}

/** Never today: what is valid then would hang on who knows it already. */
const someDay = ({ now }: Stage, chance: Chance) => addDays(plainDay(now) as never, 2 + chance.below(3))

const ask = (
  stage: Stage,
  chance: Chance,
  procedure: Parameters<typeof stage.question<'manager'>>[2],
  input: object,
) => stage.persist(stage.question(someManager(chance), 'manager', procedure, { ...input }), chance)

export const look: Script = async (stage, chance) => {
  await ask(stage, chance, 'program', {})
}

export const lookAtPresets: Script = async (stage, chance) => {
  await ask(stage, chance, 'presets', {})
}

export const check: Script = async (stage, chance) => {
  await ask(stage, chance, 'lintProgram', {
    terms: someTerms(stage, chance),
    validFrom: someDay(stage, chance),
  })
}

export const preview: Script = async (stage, chance) => {
  const member = chance.happens(0.5) ? chance.pick(MEMBERS) : null
  const bill = { branch: chance.pick(BRANCHES)._id, amount: someAmount(chance) }
  await ask(stage, chance, 'previewProgram', {
    terms: someTerms(stage, chance),
    member,
    day: someDay(stage, chance),
    ...bill,
  })
}

/** Over what was read just now, or over something older. */
async function write(stage: Stage, chance: Chance): Promise<number> {
  const read = await ask(stage, chance, 'program', {})
  const revision = chance.happens(0.8) ? Number(read?.data?.revision ?? 0) : 0
  const saved = await ask(stage, chance, 'saveDraft', { revision, terms: someTerms(stage, chance) })
  return Number(saved?.data?.revision ?? revision)
}

export const save: Script = async (stage, chance) => {
  await write(stage, chance)
}

/** By one manager, or by two who want the same day. */
export const publish: Script = async (stage, chance) => {
  const revision = await write(stage, chance)
  if (revision === 0) return
  const validFrom = someDay(stage, chance)
  const once = () => ask(stage, chance, 'publishProgram', { key: chance.uuid(), revision, validFrom })
  await Promise.all([once(), ...(chance.happens(0.3) ? [once()] : [])])
}
