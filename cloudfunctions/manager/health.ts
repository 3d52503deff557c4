import type { Contract } from '../../core/contract'
import { addDays, businessDayOf } from '../../core/domain/calendar'
import { addCounts, type Counts, figuresOf } from '../../core/domain/health'
import { accept } from '../../core/domain/result'
import { readHealth } from '../../core/store/health'
import type { Handler } from '../serve'

const DAYS_BEFORE = 6

export const health: Handler<Contract['manager']['health']> = async (_input, env) => {
  const today = businessDayOf(env.now)
  const [staff, days] = await Promise.all([
    env.staff('manager.health'),
    readHealth(env.db, addDays(today, -DAYS_BEFORE)),
  ])
  if (!staff.ok) return staff
  const sums = new Map<string, { day: Counts; week: Counts }>()
  for (const { name, day, procedures } of days)
    for (const [procedure, counts] of Object.entries(procedures)) {
      const known = sums.get(`${name}.${procedure}`) ?? { day: {}, week: {} }
      const sum = {
        day: day === today ? addCounts(known.day, counts) : known.day,
        week: addCounts(known.week, counts),
      }
      sums.set(`${name}.${procedure}`, sum)
    }
  const procedures = [...sums].map(([procedure, { day, week }]) => ({
    procedure,
    today: figuresOf(day),
    week: figuresOf(week),
  }))
  return accept({ procedures, today })
}
