import type { Contract } from '../../core/contract'
import { accept } from '../../core/domain/result'
import { readMembers } from '../../core/store/guests'
import { branchName, findBranch } from '../../core/store/restaurant'
import { readSeats } from '../../core/store/seats'
import type { Handler } from '../serve'

export const desk: Handler<Contract['cashier']['desk']> = async (_input, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('cashier.desk'), env.restaurant()])
  if (!staff.ok) return staff
  const { name, role, branch } = staff.value
  const seats = await readSeats(env, branch)
  const joined = new Set(
    (
      await readMembers(
        env,
        seats.map(({ _id }) => _id),
      )
    ).map(({ _id }) => _id),
  )

  const guests = new Map<string, number>()
  for (const { table, _id } of seats) if (joined.has(_id)) guests.set(table, (guests.get(table) ?? 0) + 1)
  return accept({
    name,
    role,
    branch: {
      id: branch,
      name: branchName(restaurant, branch),
      tables: findBranch(restaurant, branch)?.tables ?? [],
    },
    seated: [...guests].map(([table, count]) => ({ table, guests: count })),
  })
}
