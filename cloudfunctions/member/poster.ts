import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { readMember } from '../../core/store/as-of'
import { keepCodeImage, readCodeImage } from '../../core/store/code-image'
import { drawCodeImage } from '../code-image'
import { referralCodeOf } from '../codes'
import type { Env } from '../env'
import { maskName } from '../mask-name'
import type { Handler } from '../serve'

const HOME = 'pages/home/home'

/** REF-04. WeChat draws each member's code once: all its pictures of a mini-program share one allowance a minute. */
export const poster: Handler<Contract['member']['poster']> = async (_input, env) => {
  const id = env.caller()
  const code = referralCodeOf(env.secret, id)
  const [member, kept] = await Promise.all([readMember(env, id), readCodeImage(env, code)])
  if (member === null) return refuse('NOT_A_MEMBER')
  const image = kept ?? (await drawAndKeep(env, code))
  return accept({ code, name: maskName(member.profile.name), image })
}

async function drawAndKeep(env: Env, code: string): Promise<string | null> {
  const image = await drawCodeImage(env, { page: HOME, scene: `r=${code}` })
  if (image !== null) await keepCodeImage(env, code, image)
  return image
}
