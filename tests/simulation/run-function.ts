import { handlers as cashier } from '../../cloudfunctions/cashier'
import { handlers as engagement } from '../../cloudfunctions/engagement'
import type { Env } from '../../cloudfunctions/env'
import { tick } from '../../cloudfunctions/jobs'
import { handlers as mall } from '../../cloudfunctions/mall'
import { handlers as manager } from '../../cloudfunctions/manager'
import { handlers as member } from '../../cloudfunctions/member'
import { handlers as points } from '../../cloudfunctions/points'
import { answerTill } from '../../cloudfunctions/pos'
import { serve } from '../../cloudfunctions/serve'
import { handlers as tiers } from '../../cloudfunctions/tiers'
import type { Contract } from '../../core/contract'
import { assert } from '../../core/domain/result'
import type { Question } from './question'

type Event = { procedure?: unknown; input?: unknown }

/** The functions as deployed, but for their environment. */
const mains: Record<keyof Contract, (event: Event, env: Env) => Promise<unknown>> = {
  member: (event, env) => serve('member', member, () => env)(event),
  points: (event, env) => serve('points', points, () => env)(event),
  mall: (event, env) => serve('mall', mall, () => env)(event),
  tiers: (event, env) => serve('tiers', tiers, () => env)(event),
  engagement: (event, env) => serve('engagement', engagement, () => env)(event),
  cashier: (event, env) => serve('cashier', cashier, () => env)(event),
  manager: (event, env) => serve('manager', manager, () => env)(event),
}

/** How long the platform lets each of them live, in ms. */
export const limitOf = ({ asked }: Question): number =>
  asked === 'jobs.tick' ? 60_000 : asked === 'pos.orders' ? 30_000 : 10_000

export function runFunction({ asked, input, http }: Question, env: Env): Promise<unknown> {
  if (asked === 'jobs.tick') return tick(env)
  if (asked === 'pos.orders') {
    assert(http !== undefined, 'a till speaks HTTP')
    return answerTill(http, env)
  }
  const [name, procedure] = asked.split('.') as [keyof Contract, string]
  return mains[name]({ procedure, input }, env)
}
