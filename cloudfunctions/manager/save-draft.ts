import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { saveDraft as save } from '../../core/store/programs'
import type { Handler } from '../serve'

export const saveDraft: Handler<Contract['manager']['saveDraft']> = async ({ revision, terms }, env) => {
  const staff = await env.staff('manager')
  if (!staff.ok) return staff
  const { _id, name } = staff.value
  const saved = await save(env, { revision, terms, by: { staff: _id, name } })
  return saved.ok ? accept({ revision: saved.value }) : saved
}
