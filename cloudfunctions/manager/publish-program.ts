import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { accept, refuse } from '../../core/domain/result'
import { readOne } from '../../core/store/database'
import { type PublishedProgram, publish, readDraft, versionOf } from '../../core/store/programs'
import { actionOf } from '../../core/store/trail'
import type { Handler } from '../serve'
import { judgeProgram } from './judge-program'

/** Judged once more where it is published: the page may be old. RATE-03, C-43. */
export const publishProgram: Handler<Contract['manager']['publishProgram']> = async (input, env) => {
  const { key, revision, validFrom } = input
  env.about(null, versionOf(validFrom))
  const [staff, draft, there] = await Promise.all([
    env.staff('manager.publishProgram'),
    readDraft(env.db),
    readOne<PublishedProgram>(env.db, 'programs', versionOf(validFrom)),
  ])
  if (!staff.ok) return staff
  if (there?.published?.key === key) return accept({ version: there.version, validFrom })
  if (draft?.revision !== revision || draft.publishedAs !== null) return refuse('DRAFT_CHANGED')
  if (validFrom < businessDayOf(env.now)) return refuse('VALID_FROM_PAST')
  const { program, isTaken, remarks } = await judgeProgram(draft.terms, validFrom, env)
  if (isTaken) return refuse('VALID_FROM_TAKEN')
  if (remarks.some(({ grade }) => grade === 'error')) return refuse('NOT_PUBLISHABLE')
  const { _id, name } = staff.value
  const about = { member: null, subject: program.version, outcome: 'ok', key, unique: key }
  const action = actionOf(staff.value, { procedure: 'manager.publishProgram', ...about }, env.now)
  const published = await publish(env, program, { revision, key, by: { staff: _id, name } }, action)
  return published.ok ? accept({ version: published.value.version, validFrom }) : published
}
