import type { Contract } from '../../core/contract'
import { accept, refuse } from '../../core/domain/result'
import { findByPhone as find } from '../../core/store/phone-claim'
import { guestView } from '../guest-view'
import { maskPhone, phoneHandle } from '../phone-view'
import type { Handler } from '../serve'

/** By the whole number, which the guest says: a part of one finds nobody. */
export const findByPhone: Handler<Contract['cashier']['findByPhone']> = async ({ phone }, env) => {
  const [staff, restaurant] = await Promise.all([env.staff('cashier.findByPhone'), env.restaurant()])
  if (!staff.ok) return staff
  const member = await find(env, phoneHandle(env.secret, phone))
  if (member === null) return refuse('PHONE_NOT_FOUND')
  env.about(member._id)
  const guest = guestView(member, staff.value, restaurant.program, env)
  return accept({ guest, phone: maskPhone(phone) })
}
