import type { Contract } from '../../core/contract'
import { TRAIL_PAGE } from '../../core/contract/manager'
import { instantOf } from '../../core/domain/calendar'
import { accept } from '../../core/domain/result'
import { branchOf } from '../../core/domain/rights'
import { branchName } from '../../core/store/restaurant'
import { atOf, readTrail } from '../../core/store/trail'
import type { Handler } from '../serve'

/** A manager sees what was done in his branch, an admin everything. SEC-02. */
export const trail: Handler<Contract['manager']['trail']> = async (search, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('manager.trail'), env.restaurant()])
  if (!staff.ok) return staff
  const actions = await readTrail(env.db, { ...search, branch: branchOf(staff.value) }, TRAIL_PAGE + 1)
  const page = actions.slice(0, TRAIL_PAGE)
  return accept({
    actions: page.map((action) => ({
      ...action,
      at: instantOf(atOf(action)),
      branchName: branchName(restaurant, action.branch),
    })),
    next: actions.length > TRAIL_PAGE ? (page.at(-1)?.id ?? null) : null,
  })
}
