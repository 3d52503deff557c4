import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { readMembers } from '../../core/store/guests'
import { findBranch } from '../../core/store/restaurant'
import { readSeats } from '../../core/store/seats'
import { guestView } from '../guest-view'
import type { Handler } from '../serve'

export const guestsAtTable: Handler<Contract['cashier']['guestsAtTable']> = async ({ table }, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('cashier.guestsAtTable'), env.restaurant()])
  if (!staff.ok) return staff
  const { branch } = staff.value
  if (!findBranch(restaurant, branch)?.tables.includes(table)) return refuse('TABLE_NOT_FOUND')
  const seats = await readSeats(env, branch, table)
  const members = await readMembers(
    env,
    seats.map(({ _id }) => _id),
  )
  for (const { _id } of members) env.about(_id, table)
  return accept({ guests: members.map((member) => guestView(member, staff.value, restaurant.program, env)) })
}
