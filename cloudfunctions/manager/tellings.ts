import type { Contract } from '../../core/contract'
import { MOST_TELLINGS } from '../../core/contract/letter'
import { instantOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { readTellings } from '../../core/store/tell-diners'
import type { Handler } from '../serve'

/** The evidence that members were reminded: when, of what, and what WeChat said. Platform-and-law §6. */
export const tellings: Handler<Contract['manager']['tellings']> = async ({ member }, env) => {
  env.about(member ?? null)
  const [staff, found] = await Promise.all([
    env.staff('manager.tellings'),
    readTellings(env, member, MOST_TELLINGS + 1),
  ])
  if (!staff.ok) return staff
  const shown = found.slice(0, MOST_TELLINGS)
  return accept({
    tellings: shown.map(({ person, at, news, outcome }) => ({
      member: person,
      at: instantOf(new Date(at)),
      news,
      outcome,
    })),
    more: found.length > MOST_TELLINGS,
  })
}
