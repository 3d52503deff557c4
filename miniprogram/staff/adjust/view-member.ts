import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'

type Found = AnswerTo<'manager', 'member'>

/** A member as the manager sees him before something is done to him. */
export function viewMember({
  member,
  name,
  phone,
  tierName,
  balance,
  debt,
  pending,
  joinedOn,
  own,
  limit,
}: Found) {
  const more = [
    ...(phone === null ? [] : [phone]),
    `${formatDay(joinedOn)}入会`,
    ...(pending === 0 ? [] : [`待生效 ${formatPoints(pending)}`]),
    ...(debt === 0 ? [] : [`欠 ${formatPoints(debt)}`]),
  ]
  return {
    member,
    name: name ?? `会员 …${member.slice(-4)}`,
    initial: name?.slice(0, 1) ?? '客',
    tier: tierName,
    balance: formatPoints(balance),
    points: balance,
    note: more.join(' · '),
    own,
    limit,
  }
}
export type MemberView = ReturnType<typeof viewMember>

/** How far he goes alone, said before he presses. */
export function sayLimit({ own, limit }: Pick<MemberView, 'own' | 'limit'>): string {
  if (own) return '这是你自己的账户，提交后要由别人同意'
  if (limit === null) return '立即生效，会员看得到原因'
  return limit === 0
    ? '提交后要由另一位店长或管理员同意'
    : `${formatPoints(limit)} 以内立即生效，超过的要由另一位同意`
}
