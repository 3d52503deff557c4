import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import type { Handler } from '../serve'

/** What is written while he reads stays unread. */
export const readInbox: Handler<Contract['member']['readInbox']> = (input, env) => {
  const { key, upTo } = input
  const beside = async () => accept(null)
  const command = { procedure: 'member.readInbox', key, member: env.caller(), input, beside }
  return once(env, command, (member) => {
    if (member === null) return refuse('NOT_A_MEMBER')
    const { written, read: before } = member.inbox
    const read = Math.max(before, Math.min(upTo, written))
    return accept({ entries: [], read, reply: { unread: written - read } })
  })
}
