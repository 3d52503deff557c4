import type { AnyRefusal, Contract } from '../../core/contract'
import { formatMoment } from './format-day'

/**
 * Words for every "no" a mini-program can be given. The type is the list: a refusal added to the
 * contract fails the build until it has words here. Each says what happened and what to do next.
 */
const words: Record<AnyRefusal<Contract> | 'OFFLINE', string> = {
  // joining and the member's own details
  NOT_A_MEMBER: '你还没有入会，回首页一键入会就能使用',
  ALREADY_JOINED: '你已经是会员了，回首页就能看到积分',
  BIRTHDAY_ALREADY_SET: '生日只能设置一次，已经设置过了；如果填错了，请找店长更正',
  PHONE_CODE_EXPIRED: '授权已经失效，请再点一次「授权手机号」',
  PHONE_NOT_SUPPORTED: '目前只支持中国大陆的手机号',
  PHONE_OF_ANOTHER_MEMBER: '这个手机号已绑定在另一位会员名下；如果那也是你，请先在那边解除',
  TABLE_NOT_FOUND: '没有找到这张桌子，请再扫一次桌上的码，或直接告诉店员桌号',

  // checking in
  CHECK_IN_OFF: '本店暂时没有签到活动',
  ALREADY_CHECKED_IN: '今天已经签过到了，明天再来',
  NOT_AT_TABLE: '到店才能签到：先扫一下桌上的码，再点签到',

  // the questionnaire
  QUESTIONNAIRE_OFF: '这份问卷已经结束了，谢谢你来看看',
  ALREADY_ANSWERED: '这份问卷你已经填过了，谢谢；每份问卷只送一次积分',
  QUESTIONNAIRE_CHANGED: '问卷刚刚换了内容，请按现在的题目再填一次',
  QUESTIONNAIRE_NOT_FOUND: '没有找到这份问卷，请刷新后再看',

  // rewards
  REWARD_NOT_FOUND: '这个奖励已经下架了，看看别的吧',
  PRICE_ROSE: '活动刚刚结束，所需积分变了，这次没有扣；请看过现在的价再决定',
  DAILY_LIMIT_REACHED: '这个奖励今天换够次数了，没有扣你的积分；凌晨 4 点以后可以再换',
  INSUFFICIENT_POINTS: '积分还不够，再攒一点就能换',
  CARD_NOT_FULL: '集杯卡还没有集满，再来几次就能领',
  OUT_OF_STOCK: '刚刚换完了，这次没有扣你的积分，也没有扣集杯',

  // tiers
  TIER_NOT_FOR_SALE: '这个等级现在不能用积分换，没有扣你的积分',
  TIER_NOT_HIGHER: '你已经是这个等级或更高，没有扣你的积分',
  PAUSE_NOT_OFFERED: '现在不能暂停保级',
  NOTHING_TO_KEEP: '你现在的等级不用保级',
  PAUSE_USED: '今年已经暂停过一次，明年可以再用',

  // the blacklist
  BARRED: '你的积分功能已暂停，积分一分没少；原因和期限见首页，有疑问请找店长',
  MEMBER_BARRED: '这位会员在黑名单上，现在不能记积分；请照常收款，有疑问请他找店长',
  ALREADY_BARRED: '这位会员已经在黑名单上了，请刷新后再看',
  NOT_BARRED: '这位会员现在不在黑名单上，请刷新后再看',

  // codes
  CODE_NOT_UNDERSTOOD: '认不出这个码，请检查是否完整，或让对方重新出示',
  CODE_FROM_ANOTHER_RESTAURANT: '这不是本店的码',
  CODE_NOT_FOUND: '没有这个码，请核对后再输一次',
  CODE_EXPIRED: '这个码已经过期，请让对方刷新后再扫',
  CODE_USED: '这个码已经用过了，每个码只能用一次',
  CODE_VOID: '这个码已经作废，积分退回给客人了',
  CODE_OF_ANOTHER_BRANCH: '这个奖励不在本店使用，请看兑换码上写的门店',

  // at the till
  PHONE_NOT_FOUND: '没有会员留过这个手机号，请核对后再输，或请顾客出示会员码',
  MEMBER_NOT_FOUND: '没有找到这位会员，请顾客重新出示会员码',
  VISIT_EXPIRED: '距离上次扫码已经超过 30 分钟，请重新扫会员码或选择桌号',
  ABOVE_LIMIT: '这单金额超过你的权限，没有结账；请店长用自己的手机来结',
  BILL_NOT_FOUND: '没有找到这一单，请核对账单号；别的门店的单要由那家店来退',
  REVERSAL_ABOVE_LIMIT: '超过你能退的金额，请店长用自己的手机来退',
  BILL_TOO_OLD: '这一单已经超过 90 天，不能再退；需要的话请店长调整积分',
  MORE_THAN_BILL_CARRIES: '退的比这一单剩下的还多，可能刚刚有人退过；请刷新后再看',
  BILL_ALREADY_SETTLED: '这个账单号已经结过账，积分没有重复发放',

  // staff
  INVITATION_NOT_FOUND: '没有这个邀请码，请向店长核对',
  INVITATION_USED: '这个邀请码已经用过，请店长重新发一个',
  INVITATION_EXPIRED: '邀请码已过期（48 小时内有效），请店长重新发一个',
  ALREADY_STAFF: '你已经是店员了，直接进入工作台就好',
  BRANCH_NOT_FOUND: '没有这家门店，请刷新后重选',
  STAFF_NOT_FOUND: '没有找到这位店员，可能已被移除，请刷新后再看',
  CANNOT_REVOKE_ONESELF: '不能移除自己，请让另一位管理员操作',
  ANOTHER_BRANCH: '这不是你的门店，请找那家店的店长或管理员操作',
  ABOVE_YOUR_ROLE: '店长只能邀请和移除本店的收银员，请找管理员操作',
  TOO_MANY_ATTEMPTS: '输错次数太多，先停一会儿再试',

  // alarms and corrections
  ALARM_NOT_FOUND: '没有找到这条提醒，请刷新后再看',
  PROPOSAL_NOT_FOUND: '没有找到这条建议，请刷新后再看',
  PROPOSER_CANNOT_APPROVE: '自己提出的，要由另一位店长或管理员来决定',
  OWN_ACCOUNT: '这是你自己的积分，要由别人来决定',
  CREDITOR_CANNOT_APPROVE: '这笔账是你记的，要由另一位店长或管理员来确认',
  REVIEW_NOT_FOUND: '这笔积分已经不在等着确认了，请刷新后再看',
  REVIEW_ALREADY_DECIDED: '这笔积分已经有人处理过了，请刷新查看结果',
  PROPOSAL_ALREADY_DECIDED: '这条已经有人处理过了，请刷新查看结果',
  PROPOSAL_OUTDATED: '账目在这之后又有变化，这条建议已作废',

  // anything may answer these
  BAD_REQUEST: '填写的内容不对，请检查后再试',
  FORBIDDEN: '你没有这里的权限，如果你是店员，请找店长开通',
  KEY_REUSED: '内容已经改动，请返回后重新提交',
  BUSY: '现在有点忙，没有办成，请稍等几秒再试',
  INTERNAL: '出了点问题，我们已经记下；请再试一次，不会重复计算',
  DRAFT_CHANGED: '草稿刚刚被别人改过，请重新打开再改',
  VALID_FROM_PAST: '生效日不能早于今天',
  VALID_FROM_TAKEN: '这一天已经有一版规则生效，请换一天',
  NOT_PUBLISHABLE: '还有必须改正的问题，先改好再继续',
  OFFLINE: '网络断开了，连上后再试一次，不会重复计算',
}

/** The words for a refusal. One that this version of the page does not know is told as INTERNAL. */
export function sayRefusal(refusal: string, until?: string): string {
  const said = words[refusal as keyof typeof words] ?? words.INTERNAL
  return until === undefined ? said : `${said}；${formatMoment(until)} 后可以再试`
}
