import { DAY_MS, MEMBERS } from '../house'
import { celebration } from '../plain-letters'
import { plainDay } from '../plain-lots'
import type { Script } from '../stage'
import { settle, someVisit } from './counter'

/** How far ahead a birthday lies that somebody tells: time is moved by as much. */
const AHEAD = [31, 31, 62, 364]

/** Who has told no birthday yet tells one that comes within the history. */
const tellBirthday: Script = async (stage, chance) => {
  const silent = stage.known(MEMBERS).filter(({ plain }) => plain.birthday === null)
  if (silent.length === 0) return
  const birthday = plainDay(stage.now + chance.pick(AHEAD) * DAY_MS).slice(5)
  const input = { key: chance.uuid(), birthday }
  await stage.persist(stage.question(chance.pick(silent).id, 'member', 'setProfile', input), chance)
}

/** A bill on somebody's birthday; while it is nobody's, one is told. BDAY-01. */
export const celebrate: Script = async (stage, chance) => {
  const today = plainDay(stage.now)
  const guests = stage
    .known(MEMBERS)
    .filter(({ plain: { birthday } }) => birthday !== null && celebration(birthday, today) === today)
  if (guests.length === 0) return tellBirthday(stage, chance)
  await settle(stage, chance, someVisit(stage, chance, { guest: chance.pick(guests).id }))
}
