import type { Contract } from '../../core/contract'
import { INBOX_PAGE } from '../../core/contract/letter'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { readLetters, shown } from '../../core/store/letters'
import { readAllowances } from '../allowances'
import type { Handler } from '../serve'

export const inbox: Handler<Contract['member']['inbox']> = async ({ before }, env) => {
  const id = env.caller()
  const [member, kept, allowances, { program }] = await Promise.all([
    readMember(env, id),
    readLetters(env.db, id, before),
    readAllowances(env, id),
    env.restaurant(),
  ])
  if (member === null) return refuse('NOT_A_MEMBER')
  const letters = kept(member)
  const page = letters.slice(0, INBOX_PAGE)
  const next = letters.length > INBOX_PAGE ? (page.at(-1)?.no ?? null) : null
  const messages = program.reminders === null ? [] : allowances
  return accept({ letters: page.map(shown), next, read: member.inbox.read, messages })
}
