import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { saveDraft as save } from '../../core/store/programs'
import { actionOf } from '../../core/store/trail'
import type { Handler } from '../serve'

export const saveDraft: Handler<Contract['manager']['saveDraft']> = async ({ revision, terms }, env) => {
  const subject = String(revision + 1)
  env.about(null, subject)
  const staff = await env.staff('manager.saveDraft')
  if (!staff.ok) return staff
  const { _id, name } = staff.value
  const about = { member: null, subject, outcome: 'ok', key: null, unique: env.newToken() }
  const action = actionOf(staff.value, { procedure: 'manager.saveDraft', ...about }, env.now)
  const saved = await save(env, { revision, terms, by: { staff: _id, name } }, action)
  return saved.ok ? accept({ revision: saved.value }) : saved
}
