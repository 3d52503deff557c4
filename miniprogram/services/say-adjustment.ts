import type { AdjustmentReason } from '../../core/contract'
import { formatPoints } from './format-points'

/** Why a person gives or takes points, as the member reads it as well. */
export const adjustmentReasons: Record<AdjustmentReason, string> = {
  MISSED_BILL: '补记消费',
  MISTAKE: '录错更正',
  APOLOGY: '服务补偿',
  GIFT: '门店赠送',
  ABUSE: '违规扣回',
  OTHER: '其他原因',
}

/** `+300` or `−300`. */
export const sayDirection = (direction: 'give' | 'take', points: number): string =>
  `${direction === 'give' ? '+' : '−'}${formatPoints(points)}`
