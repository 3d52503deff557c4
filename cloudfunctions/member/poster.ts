import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { drawCodeImage } from '../code-image'
import { referralCodeOf } from '../codes'
import { maskName } from '../mask-name'
import type { Handler } from '../serve'

const HOME = 'pages/home/home'

/** REF-04. Nothing is kept: the code is always the same, and WeChat draws its image again whenever it is asked. */
export const poster: Handler<Contract['member']['poster']> = async (_input, env) => {
  const member = await readMember(env, env.caller())
  if (member === null) return refuse('NOT_A_MEMBER')
  const code = referralCodeOf(env.secret, member._id)
  const image = await drawCodeImage(env, { page: HOME, scene: `r=${code}` })
  return accept({ code, name: maskName(member.profile.name), image })
}
