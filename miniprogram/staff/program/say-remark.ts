import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import type { Terms } from './form'
import { sayPlace, sectionOf } from './say-place'

export type Remark = AnswerTo<'manager', 'lintProgram'>['remarks'][number]
export type Rule = Remark['rule']

const number = (value: Remark['found']): number => Number(value ?? 0)
const text = (value: Remark['found']): string => String(value ?? '')

/** One sentence for each thing the linter looks for: what it is, why it matters, and what would be right. */
const sentences: Record<Rule, (remark: Remark) => string> = {
  TIERS_BROKEN: ({ at, expected, found }) =>
    number(expected) === 0
      ? '第一个等级入会就有，不能再要求消费或积分；否则新会员没有等级'
      : `要高于前面等级的 ${threshold(at, expected)}，现在是 ${threshold(at, found)}；否则分不清谁是哪一级`,
  TIER_OUT_OF_REACH: ({ found }) => `「${text(found)}」没有升级条件，也不能用积分买，没有人能成为它`,
  TIER_SALE_BROKEN: ({ found }) => `用积分购买的等级 ${text(found)} 不在了，或者是入会就有的那一级`,
  NAME_TWICE: ({ found }) => `编号 ${text(found)} 出现了两次，系统分不清是哪一个`,
  JUBILEE_TWICE: ({ found }) => `第 ${number(found)} 次消费写了两份纪念，分不清送哪一份`,
  ANNIVERSARY_BACKDATED: ({ expected }) =>
    `以前的周年不能补，不然老会员一下子全到账；最早从 ${formatDay(text(expected))} 起`,
  BIRTHDAY_DISCOUNT_BROKEN: ({ expected, found }) =>
    found === 'till'
      ? '收银机不知道谁过生日；要打生日折扣，折扣要由收银页来打'
      : `生日折扣要在 ${number(expected) / 1000} 折以上、不到 10 折；想免单，请做成有数量的奖励`,
  CAMPAIGN_NEVER_ON: ({ expected, found }) =>
    `从 ${formatDay(text(expected))} 到 ${formatDay(text(found))}，还没开始就结束了`,
  EXCHANGE_NEEDS_A_BILL: () => '换奖励不在哪一单、哪家店里发生，不能限单笔金额或门店；门店写在奖励上',
  EXCHANGE_FOR_NOTHING: ({ found }) => `「${text(found)}」打完折不到 1 积分，等于白送；折扣请小一点`,
  REWARD_UNKNOWN: ({ found }) => `指定的奖励 ${text(found)} 不在了，请重选`,
  NEVER_CLAIMED: ({ found }) => `「${text(found)}」每人每天 0 次，谁也换不了；不想给就下架`,
  TIER_UNKNOWN: ({ found }) => `指定的等级 ${text(found)} 已经不在了，请重选`,
  BRANCH_UNKNOWN: ({ found }) => `指定的门店 ${text(found)} 不在了，请重选`,
  WORDS_FORBIDDEN: ({ found }) => `「${text(found)}」法律或微信不允许这样写，请换个说法`,
  NOTICE_TOO_SHORT: ({ expected }) =>
    `比现在差，要提前 30 天告诉会员，最早 ${formatDay(text(expected))} 生效`,
  EARNS_ONLY_FROM_AN_AMOUNT: ({ found }) =>
    `消费满 ${formatYuan(number(found))} 才有积分，客人容易放弃；建议每一元都积分`,
  REWARD_POOR: ({ expected, found }) =>
    `只值 ${formatYuan(number(found))}，客人会觉得不划算；按这个积分建议值 ${formatYuan(number(expected))} 以上`,
  LADDER_HAS_A_HOLE: ({ expected, found }) =>
    `${formatPoints(number(expected))} 积分之后要到 ${formatPoints(number(found))} 才有下一个，中间空得太远`,
  FIRST_REWARD_FAR: ({ expected, found }) =>
    `入会送 ${formatPoints(number(found))}，最便宜的奖励要 ${formatPoints(number(expected))}，新会员什么都换不了`,
  REGISTRATION_UNUSUAL: ({ expected, found }) =>
    number(found) < number(expected)
      ? `入会送 ${formatPoints(number(found))} 积分偏少，一般送 50 到 100`
      : `入会送 ${formatPoints(number(found))} 积分偏多，一般送 50 到 100`,
  EXPIRES_SOON: ({ expected, found }) =>
    `积分只活 ${number(found)} 个月，客人会觉得被催；建议至少 ${number(expected)} 个月`,
  NEVER_EXPIRES: () => '永久有效的积分会越积越多，都是店里欠客人的；建议给一个期限，老客可以单独不过期',
  TOO_MANY_WAYS: ({ expected, found }) =>
    `有 ${number(found)} 种得积分的办法，客人记不住；建议不超过 ${number(expected)} 种`,
  MILESTONE_UNREACHABLE: ({ expected, found }) =>
    `连签奖励在第 ${number(found)} 天，最多只能到第 ${number(expected)} 天，谁也拿不到`,
  CHECK_IN_GENEROUS: ({ expected, found }) =>
    `签到一个月能得 ${formatPoints(number(found))} 积分，比吃两顿饭（${formatPoints(number(expected))} 积分）还多`,
  QUESTIONNAIRE_REWRITTEN: ({ found }) =>
    `「${text(found)}」已经发布过：同一份问卷只能改字和多送积分；换问题、换选项请点「另出一份」，会员可以再填一次`,
  QUESTIONNAIRE_DEAR: ({ expected, found }) =>
    `点几下就送 ${formatPoints(number(found))}，比最便宜的奖励 ${formatPoints(number(expected))} 还多，等于白送一份`,
  MULTIPLIERS_HIGH: ({ expected, found }) =>
    `几项加倍碰在一起能到 ${formatMultiplier(number(found))}；建议上限 ${formatMultiplier(number(expected))}`,
  DAY_DEAR: ({ expected, found }) =>
    `${formatDay(text(expected))}几项活动碰在一起，每消费 100 元送出的积分当天用掉约要 ${number(found)} 元成本；各项都划算，加起来未必`,
  OVER_BUDGET: ({ expected, found }) =>
    `积分用掉 ${number(found)}% 时成本就到营业额的 3%，一般会用掉 ${number(expected)}%；可以少送一点或调高奖励的积分`,
  NOT_REMINDED: ({ expected }) =>
    `积分会到期，却没有到期提醒；不声不响地清零，客人和消保委都不会认，建议提前 ${number(expected)} 天就说`,
  REFERRAL_NEVER_PAYS: ({ found }) =>
    text(found) === 'load'
      ? '还没有储值，这一条永远不会发积分'
      : '入会没有消费金额，按比例或满额的这一条永远不会发积分',
  REFERRAL_UNCAPPED: ({ expected }) => `每月次数不限，容易被人当生意做；建议每人每月 ${number(expected)} 次`,
  REFERRAL_TOO_EARLY: ({ expected, found }) =>
    `${number(found)} 天就到账，订单退款时积分可能已经用掉；建议 ${number(expected)} 天`,
  REFERRAL_FOR_A_TAP: () => '只入会、不消费就给积分，微信可能当作诱导分享；建议等好友首单',
  REFERRAL_DEAR: ({ expected, found }) =>
    `带来一位新客要花约 ${formatYuan(number(found))} 的积分成本；建议不超过 ${formatYuan(number(expected))}`,
  CODE_SHORT_LIVED: ({ expected, found }) =>
    `兑换码只有 ${number(found)} 天有效，客人来不及用；建议至少 ${number(expected)} 天`,
  KEEP_DEARER_THAN_REACH: ({ expected, found }) =>
    `保级一期要消费 ${formatYuan(number(found))}，比升级的 ${formatYuan(number(expected))} 还多，刚升级的人留不住`,
  BIRTHDAY_DISCOUNT_DEEP: ({ expected, found }) =>
    `生日一桌常是大桌，只收 ${number(found) / 1000} 折很可能亏本；一般 ${number(expected) / 1000} 折`,
  DISCOUNT_DEEP: ({ expected, found }) =>
    `每笔账都少收 ${number(found) / 100}%，比积分的成本高得多；建议不超过 ${number(expected) / 100}%`,
  DISCOUNT_AND_MULTIPLIER: ({ expected, found }) =>
    `少收 ${number(found) / 100}% 又加 ${formatMultiplier(number(expected))} 积分，两样成本会叠在一起`,
  CAP_DROPS_SPEND: ({ found }) =>
    `一天超过 ${formatPoints(number(found))} 的消费积分会白白丢掉，请客吃饭的好客人最吃亏；建议改成店长确认`,
  CAP_BELOW_GIFT: ({ expected, found }) =>
    `每天最多 ${formatPoints(number(found))}，一次就要送 ${formatPoints(number(expected))}，谁都拿不全；上限建议不低于它`,
  CAP_DROPS_GIFT: ({ found }) =>
    `超过每天 ${formatPoints(number(found))} 的部分会作废，答应客人的积分就没了；建议改成以后到账或人工确认`,
  CAP_LOW: ({ expected, found }) =>
    `一天最多得 ${formatPoints(number(found))}，比入会礼、消费纪念或第一个奖励的 ${formatPoints(number(expected))} 还少，客人会以为算错了`,
  CARD_REWARD_UNKNOWN: ({ found }) => `集满送的奖励 ${text(found)} 不在了，请重选`,
  CARD_STAMPS_UNUSUAL: ({ expected, found }) =>
    number(found) < number(expected)
      ? `${number(found)} 枚就满，不成一张卡；至少 ${number(expected)} 枚`
      : `要集 ${number(found)} 枚，客人看不到头；最多 ${number(expected)} 枚`,
  CARD_GENEROUS: ({ expected, found }) =>
    `集满送的值到消费的 ${number(found)}%，积分还另算；买十送一是 ${number(expected)}%`,
  CARD_REWARD_RUNS_OUT: ({ found }) =>
    `集满送的奖励一共只有 ${number(found)} 份，换完了，集满的客人会空手而回；建议选不限量的`,
  ADJUSTS_WITHOUT_LIMIT: () => '店长一个人能加任意多积分，没有第二个人看；建议设一个数',
}

/** Thresholds of spend are money, the others are points. */
const threshold = (at: string, value: Remark['found']): string =>
  /\.(spend|load)$/.test(at) ? formatYuan(number(value)) : `${formatPoints(number(value))} 积分`

export const sayRemark = (remark: Remark, terms: Terms) => ({
  id: `${remark.rule} ${remark.at}`,
  rule: remark.rule,
  section: sectionOf(remark.at),
  tone: remark.grade === 'error' ? 'bad' : 'warn',
  tag: remark.grade === 'error' ? '必须改' : '建议看看',
  place: sayPlace(remark.at, terms),
  words: sentences[remark.rule](remark),
})
export type RemarkView = ReturnType<typeof sayRemark>
