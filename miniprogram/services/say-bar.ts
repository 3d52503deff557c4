import type { BarReason } from '../../core/contract'
import { formatDay } from './format-day'

/** Why somebody is on the blacklist, as he reads it as well. */
export const barReasons: Record<BarReason, string> = {
  CASH_OUT: '用积分套现',
  FALSE_BILLS: '虚假消费',
  MANY_ACCOUNTS: '一人多号',
  OTHER: '其他原因',
}

/** How long it lasts. */
export const sayUntil = (until: string | null): string =>
  until === null ? '恢复时间待定' : `到${formatDay(until)}`

/** What it means to him, in full: what he cannot do, and that he loses nothing. RISK-04. */
export const sayBarred = (until: string | null): string =>
  `${until === null ? '暂停期间' : `到${formatDay(until)}为止，`}不能攒积分、兑换和签到。已有的积分和等级都保留，暂停期间积分不过期；已经换好的兑换码照常能用。有疑问请到店找店长。`
