import { referralCodeOf } from '../../cloudfunctions/codes'
import type { MemberId } from '../../core/contract'
import type { Judge } from './answer'
import { SECRET } from './house'

/** REF-04: a poster carries the code of whoever asked for it, and WeChat, which draws whenever it answers, drew it. */
export const judgePoster: Judge = (books, run, { ok, data = {} }) => {
  const { asked, who } = run.question
  if (!ok || asked !== 'member.poster') return
  const { code, image } = data as { code: string; image: string | null }
  books.holds(
    code === referralCodeOf(SECRET, who as MemberId) && image !== null,
    'REF-04',
    () => `the poster of ${who} carries ${code} and ${image === null ? 'no' : 'a'} picture`,
  )
}
