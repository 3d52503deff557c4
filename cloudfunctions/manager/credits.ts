import type { Contract } from '../../core/contract'
import { CREDITS_PAGE } from '../../core/contract/credits'
import { sumCredits } from '../../core/domain/audit/credits'
import { addDays, businessDayOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { branchOf } from '../../core/domain/rights'
import { readCredits } from '../../core/store/credits'
import { branchName } from '../../core/store/restaurant'
import type { Handler } from '../serve'

/** Page after page, each added up; whoever asks adds the pages. CAP-03. */
export const credits: Handler<Contract['manager']['credits']> = async ({ days, before }, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('manager.credits'), env.restaurant()])
  if (!staff.ok) return staff
  const to = businessDayOf(env.now)
  const from = addDays(to, 1 - days)
  const period = { branch: branchOf(staff.value), from, to, before }
  const found = await readCredits(env.db, period, CREDITS_PAGE + 1)
  const page = found.slice(0, CREDITS_PAGE)
  return accept({
    from,
    to,
    credits: sumCredits(page.map(({ deed }) => deed)).map(({ branch, ...sum }) => ({
      ...sum,
      branchName: branchName(restaurant, branch),
    })),
    next: found.length > CREDITS_PAGE ? (page.at(-1)?.id ?? null) : null,
  })
}
