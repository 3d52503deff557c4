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
  const today = businessDayOf(env.now)
  // What was published a moment ago is valid here at once, though functions keep a programme for a minute.
  const valid = published.find(({ validFrom }) => validFrom <= today) ?? restaurant.program
  return accept({
    today,
    version: valid.version,
    terms: termsOf(valid),
    branches: restaurant.branches.map(({ _id: id, name }) => ({ id, name })),
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
