import { groupCode } from '../services/format-code'
import { formatDay, formatMoment } from '../services/format-day'
import { formatPoints } from '../services/format-points'
import type { Redemption } from '../services/last-known'
import { sayStamps } from '../services/say-stamps'

const STATUS = {
  issued: { tag: '待使用', tone: 'tag-brand', spent: '' },
  redeemed: { tag: '已核销', tone: 'tag-good', spent: '已核销' },
  void: { tag: '已作废', tone: '', spent: '已作废' },
  expired: { tag: '已过期', tone: '', spent: '已过期' },
}

/** A redemption code as its page and its line in the list show it. */
export function presentRedemption(redemption: Redemption) {
  const { status } = redemption
  return {
    ...STATUS[status],
    code: redemption.code,
    qr: redemption.qr,
    text: groupCode(redemption.code),
    open: status === 'issued',
    name: redemption.rewardName,
    picture: redemption.picture,
    /** What it cost. */
    price: redemption.stamps ? sayStamps(redemption.stamps) : `${formatPoints(redemption.points)} 积分`,
    when: whenOf(redemption),
    /** Why it is void, in the colleague's words; empty where it is not. */
    reason: redemption.voided?.reason ?? '',
    issued: formatMoment(redemption.issuedAt),
  }
}

function whenOf({ status, used, voided, expiresOn, stamps }: Redemption): string {
  if (used) return `${formatMoment(used.at)} 在${used.branchName}使用`
  if (voided)
    return `${formatMoment(voided.at)} 由${voided.branchName}作废，${stamps ? '集杯' : '积分'}已退回`
  return status === 'expired' ? `${formatDay(expiresOn)}已到期` : `有效期至 ${formatDay(expiresOn)}`
}
