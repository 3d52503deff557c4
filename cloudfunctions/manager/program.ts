import type { Contract } from '../../core/contract'
import { businessDayOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { readDraft, readPublished, termsOf } from '../../core/store/programs'
import type { Handler } from '../serve'

export const program: Handler<Contract['manager']['program']> = async (_input, env) => {
  const [staff, restaurant, published, draft] = await Promise.all([
    env.staff('manager.program'),
    env.restaurant(),
    readPublished(env.db),
    readDraft(env.db),
  ])
  if (!staff.ok) return staff
  return accept({
    today: businessDayOf(env.now),
    version: restaurant.program.version,
    terms: termsOf(restaurant.program),
    published: published.map(({ version, validFrom, published: facts }) => ({
      version,
      validFrom,
      publishedBy: facts?.by.name ?? null,
      publishedAt: facts?.at ?? null,
    })),
    revision: draft?.revision ?? 0,
    draft:
      draft === null || draft.publishedAs !== null
        ? null
        : { terms: draft.terms, savedBy: draft.by.name, savedAt: draft.at },
  })
}
