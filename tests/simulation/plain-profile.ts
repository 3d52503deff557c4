import type { Program } from '../../core/contract'
import { plainGift } from './plain-lots'
import type { PlainLine, PlainMember } from './plain-model'

const isTold = ({ name, birthday }: PlainMember) => name !== null && birthday !== null

/** What he is told to be from here on; the last of name and birthday is worth points. EARN-10. */
export function plainProfile(
  member: PlainMember,
  told: { name?: unknown; birthday?: unknown },
  on: string,
  program: Program,
): PlainLine[] {
  const wasTold = isTold(member)
  if (member.birthday === null) member.toldOn = on
  member.birthday = (told.birthday as string | undefined) ?? member.birthday
  member.name = (told.name as string | undefined) ?? member.name
  const isNew = isTold(member) && !wasTold && member.bar === null
  return isNew ? plainGift(member, program.earn.profile, on, program, 'engage') : []
}
