import { ask, type Outcome, type QuestionTo } from '../../../services/cloud'
import type { Action } from '../view-trail'

export type Search = Omit<QuestionTo<'manager', 'trail'>, 'before'>

/** A spreadsheet of a month of a busy house; who wants more takes it day by day. */
const MOST = 5000

type Read =
  | { ok: true; actions: Action[]; cut: boolean }
  | Extract<Outcome<'manager', 'trail'>, { ok: false }>

/** Everything a search finds, page by page. */
export async function readTrail(search: Search): Promise<Read> {
  const actions: Action[] = []
  let before: string | null = null
  do {
    const outcome: Outcome<'manager', 'trail'> = await ask('manager', 'trail', {
      ...search,
      ...(before === null ? {} : { before }),
    })
    if (!outcome.ok) return outcome
    actions.push(...outcome.data.actions)
    before = outcome.data.next
  } while (before !== null && actions.length < MOST)
  return { ok: true, actions, cut: before !== null }
}
