import { randomUUID } from 'node:crypto'
import { memberIdOf } from '../../cloudfunctions/codes'
import { instantOf } from '../../core/domain/calendar'
import { readOne } from '../../core/store/database'
import type { OpenRestaurant } from './open-restaurant'
import type { SampleDiner } from './sample'
import { sendOrders } from './till'

const DAY_MS = 24 * 3_600_000

/** Let the sample diners' past happen: they join and dine at those days, through the real functions. */
export async function relive(restaurant: OpenRestaurant, diners: readonly SampleDiner[]): Promise<void> {
  const [branch] = await restaurant.branches()
  if (branch === undefined) throw new Error('the restaurant has no branch')
  const { cloud, db, secret } = restaurant
  const today = new Date(cloud.clock.now())
  for (const { openid, name, birthday, joinedDaysAgo, bills } of diners) {
    const member = memberIdOf(secret, openid)
    if ((await readOne(db, 'members', member)) !== null) continue
    const on = { openid, clock: hoursOn(today, joinedDaysAgo, 11) }
    const born = birthday === 'thisMonth' ? instantOf(today).slice(5, 10) : birthday
    await cloud.invoke(
      'member',
      { procedure: 'join', input: { key: randomUUID(), name, birthday: born } },
      on,
    )
    const till = { url: cloud.url, branch: branch._id, key: branch.tillKey }
    for (const [index, [daysAgo, hour, amount_fen]] of bills.entries()) {
      const at = hoursOn(today, daysAgo, hour)
      await sendOrders(
        till,
        [{ order_id: `${openid}-${index}`, paid_at: instantOf(at), amount_fen, member }],
        at,
      )
    }
  }
}

/** So many days before, at an hour in Shanghai. */
function hoursOn(today: Date, daysAgo: number, hour: number): Date {
  const day = instantOf(new Date(today.getTime() - daysAgo * DAY_MS)).slice(0, 10)
  return new Date(`${day}T${String(hour).padStart(2, '0')}:${hour}:00+08:00`)
}
