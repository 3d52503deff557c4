import type { AnswerTo } from '../../services/cloud'
import { formatDay, formatMoment } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { sayStamps } from '../../services/say-stamps'

export type Inspected = AnswerTo<'cashier', 'inspectCode'>

/** What a code is for and whether it can be used, as the cashier reads it. */
export interface CodeView {
  code: string
  name: string
  picture: string
  worth: string
  /** What comes back to the guest when it is made void. */
  price: string
  member: string
  validity: string
  usable: boolean
  tone: 'good' | 'warn' | 'bad'
  verdict: string
  /** Why not, in full; empty when it can be used. */
  reason: string
}

export function viewCode(inspected: Inspected): CodeView {
  const { code, rewardName, picture, worth, points, stamps, memberName, expiresOn } = inspected
  return {
    code,
    name: rewardName,
    picture,
    worth: formatYuan(worth),
    price: stamps === null ? `${formatPoints(points)} 积分` : sayStamps(stamps),
    member: memberName ?? '会员',
    validity: `${formatDay(expiresOn)}前有效`,
    ...judge(inspected),
  }
}

type Judgement = Pick<CodeView, 'usable' | 'tone' | 'verdict' | 'reason'>

/** Used or void beats expired beats elsewhere: the first that is true is what the guest has to be told. */
function judge({ status, here, used, voided, expiresOn, stamps }: Inspected): Judgement {
  if (used)
    return {
      usable: false,
      tone: 'bad',
      verdict: '已经用过',
      reason: `${formatMoment(used.at)} 在${used.branchName}由 ${used.by} 核销`,
    }
  if (voided)
    return {
      usable: false,
      tone: 'bad',
      verdict: '已经作废',
      reason: `${formatMoment(voided.at)} 在${voided.branchName}由 ${voided.by} 作废：${voided.reason}。${stamps === null ? '积分' : '集杯'}已经退回`,
    }
  if (status === 'expired')
    return {
      usable: false,
      tone: 'bad',
      verdict: '已经过期',
      reason: `有效期到 ${formatDay(expiresOn)}，不能再用了`,
    }
  if (!here)
    return {
      usable: false,
      tone: 'warn',
      verdict: '不在本店使用',
      reason: '这个奖励只能在别的门店核销，请客人看兑换码上的门店',
    }
  return { usable: true, tone: 'good', verdict: '可以核销', reason: '' }
}
