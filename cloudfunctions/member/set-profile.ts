import type { Contract } from '../../core/contract'
import { completeProfile } from '../../core/domain/complete-profile'
import { accept, refuse } from '../../core/domain/result'
import { once } from '../../core/store/once'
import type { Handler } from '../serve'

/** The birthday multiplies points, so it is told once and then stands. C-19. */
export const setProfile: Handler<Contract['member']['setProfile']> = (input, env) => {
  const { key, name, birthday } = input
  const command = {
    procedure: 'member.setProfile',
    key,
    member: env.caller(),
    input,
    beside: async () => accept(null),
  }
  return once(env, command, (member, _beside, today, program) => {
    if (member === null) return refuse('NOT_A_MEMBER')
    const had = member.profile
    if (birthday !== undefined && had.birthday !== null && had.birthday !== birthday)
      return refuse('BIRTHDAY_ALREADY_SET')
    const told = { name: name ?? had.name, birthday: birthday ?? had.birthday }
    const entries = completeProfile(member.account, had, told, today, program)
    const isNew = had.birthday === null && told.birthday !== null
    const since = isNew ? { birthdaySince: today } : {}
    return accept({ entries, profile: { ...had, ...told, ...since }, reply: told })
  })
}
