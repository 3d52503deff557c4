import { addDays } from '../calendar'
import type { MultiplierRule } from './rule'

/** Everything double in the first 7 days: joined on the 1st, the 7th is the last of them. EARN-25. */
export const newMemberMultiplier: MultiplierRule = ({ joinedOn, day }, { newMember: rule }) => {
  if (rule === null) return []
  const until = addDays(joinedOn, rule.days - 1)
  return day <= until ? [{ rule: 'newMember', until, bp: rule.bp }] : []
}
