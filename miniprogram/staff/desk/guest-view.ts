import type { AnswerTo } from '../../services/cloud'
import { formatPoints } from '../../services/format-points'
import { sayDiscount } from '../../services/say-discount'

export type Guest = AnswerTo<'cashier', 'identify'>['guest']

/** A guest as the cashier reads him at a glance. */
export interface GuestView {
  visit: string
  name: string
  initial: string
  tier: string
  /** `9 折`, `生日 5 折`; empty when he pays all. */
  discount: string
  balance: string
  visits: string
  /** He is on the blacklist. */
  barred: boolean
}

/** `phone` is the masked number by which he was found. */
export function viewGuest(
  { visit, member, name, tierName, payBp, isBirthday, balance, bills, barred }: Guest,
  phone?: string,
): GuestView {
  const visits = bills === 0 ? '第一次消费' : `消费过 ${bills} 次`
  return {
    visit,
    name: name ?? `会员 ${member.slice(-4)}`,
    initial: name?.slice(0, 1) ?? '客',
    tier: tierName,
    discount: `${isBirthday ? '生日 ' : ''}${sayDiscount(payBp)}`,
    balance: formatPoints(balance),
    barred,
    visits: phone === undefined ? visits : `${phone} · ${visits}`,
  }
}
