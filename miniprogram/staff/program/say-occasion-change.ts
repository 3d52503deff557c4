import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { sayDiscount } from '../../services/say-discount'
import type { Terms } from './form'
import type { Name } from './say-tier'

const points = (value: unknown) => `${formatPoints(Number(value))} 积分`

const sayJubilees = (value: unknown) => {
  const all = value as Terms['earn']['jubilees']
  return all.length === 0 ? '无' : all.map((one) => `第 ${one.bill} 次送 ${points(one.points)}`).join('、')
}

const sayAnniversary = (value: unknown) => {
  const rule = value as NonNullable<Terms['anniversary']>
  return `每年送 ${points(rule.points)}，从 ${formatDay(rule.from)} 起`
}

/** What changes of a member's own days are called, and how they are told. */
export const OCCASION_NAMES: Name[] = [
  [/^earn\.jubilees$/, '消费纪念', sayJubilees],
  [/^anniversary$/, '入会周年礼', sayAnniversary],
  [/^birthdayDiscount$/, '生日当天一单', (value) => sayDiscount((value as { payBp: number }).payBp)],
  [/^birthdayDiscount\.payBp$/, '生日当天一单', (value) => sayDiscount(Number(value))],
  [/^anniversary\.points$/, '入会周年礼', points],
  [/^anniversary\.from$/, '入会周年礼从哪天起', (value) => formatDay(String(value))],
]
