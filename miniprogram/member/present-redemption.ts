import { groupCode } from '../services/format-code'
import { formatDay, formatMoment } from '../services/format-day'
import { formatPoints } from '../services/format-points'
import type { Redemption } from '../services/last-known'

const STATUS = {
  issued: { tag: '待使用', tone: 'tag-brand', stamp: '' },
  redeemed: { tag: '已核销', tone: 'tag-good', stamp: '已核销' },
  expired: { tag: '已过期', tone: '', stamp: '已过期' },
}

/** A redemption code as its page and its line in the list show it. */
export function presentRedemption(redemption: Redemption) {
  const { status, used } = redemption
  return {
    ...STATUS[status],
    code: redemption.code,
    qr: redemption.qr,
    text: groupCode(redemption.code),
    open: status === 'issued',
    name: redemption.rewardName,
    picture: redemption.picture,
    points: formatPoints(redemption.points),
    when: used
      ? `${formatMoment(used.at)} 在${used.branchName}使用`
      : status === 'expired'
        ? `${formatDay(redemption.expiresOn)}已到期`
        : `有效期至 ${formatDay(redemption.expiresOn)}`,
    issued: formatMoment(redemption.issuedAt),
  }
}
