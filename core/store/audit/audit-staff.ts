import { manySmallBills } from '../../domain/audit/credits'
import { addDays, businessDayOf } from '../../domain/calendar'
import { readCredits } from '../credits'
import type { Walk } from './walk'

/** More than this on one day is far beyond what is told of. */
const MOST = 1000

/** What colleagues did on the days that are over since the last audit, a day a page. CAP-03. */
export const auditStaff: Walk = async ({ db, now }, { after, since }) => {
  const day = after === '' ? since : addDays(after as typeof since, 1)
  if (day >= businessDayOf(now)) return { after: null, seen: 0, findings: [] }
  const deeds = await readCredits(db, { branch: null, from: day, to: day }, MOST)
  const findings = manySmallBills(
    deeds.map(({ deed }) => deed),
    day,
  )
  return { after: day, seen: 0, findings }
}
