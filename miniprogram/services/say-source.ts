import type { PendingPoints, PointsSource } from '../../core/contract'

/** Where points came from that no bill earned. */
export const sources: Record<PointsSource, string> = {
  checkIn: '签到',
  newMemberTask: '新会员任务',
  questionnaire: '填写问卷',
  profile: '完善资料',
  referral: '推荐有礼',
  tierGift: '升级礼',
  birthdayGift: '生日礼',
  anniversary: '周年礼',
  bill: '消费',
  adjustment: '门店调整',
}

/** Why points wait. */
export const pendingReasons: Record<PendingPoints['reason'], string> = {
  dailyCap: '已到当天上限',
  review: '等待门店确认',
  refundSafe: '订单过了可退期后到账',
}
