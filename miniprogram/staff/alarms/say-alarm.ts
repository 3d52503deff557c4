import type { AnswerTo } from '../../services/cloud'
import { formatShown } from '../../services/say-correction'

export type Alarm = AnswerTo<'manager', 'alarms'>['alarms'][number]

interface Words {
  title: string
  /** What is the matter, and what to do about it. */
  say: (alarm: Alarm) => string
}

const n = formatShown
const fixed = (title: string, words: string): Words => ({ title, say: () => words })

/** Every alarm in plain words. One that is new in the contract fails the build until it has some. */
export const alarmWords: Record<Alarm['kind'], Words> = {
  ACCOUNT_DIFFERS: {
    title: '余额和明细对不上',
    say: ({ expected, found }) => `按明细应有 ${n(expected)} 积分，账户里是 ${n(found)}`,
  },
  STANDING_DIFFERS: fixed('等级和明细对不上', '等级、成长值或账单数与明细不一致，请看更正建议'),
  IMPOSSIBLE_NUMBER: {
    title: '余额异常',
    say: ({ expected, found }) => `余额读作 ${n(found)}，明细最后一行是 ${n(expected)}`,
  },
  MEMBER_UNREADABLE: fixed('会员资料损坏', '这位会员的资料读不出来，请联系技术支持'),
  MEMBER_SET_ASIDE: fixed('会员处理失败', '定时任务处理不了这位会员，先跳过，明天再试；请联系技术支持'),
  LINE_MISSING: {
    title: '明细缺行',
    say: ({ subject, expected }) => `从第 ${subject} 行起缺 ${n(expected)} 行`,
  },
  LINE_DAMAGED: { title: '明细被改动', say: ({ subject }) => `第 ${subject} 行和当时写下的不一样` },
  BALANCE_BROKEN: {
    title: '明细余额不连续',
    say: ({ subject, expected, found }) => `第 ${subject} 行之后应为 ${n(expected)} 积分，写的是 ${n(found)}`,
  },
  LINE_RESTORED: {
    title: '补回一行明细',
    say: ({ subject }) => `第 ${subject} 行丢失，已按原样补回，不用处理`,
  },
  CODE_MISSING: {
    title: '扣了积分没有兑换码',
    say: ({ subject }) => `兑换${subject ?? ''}的积分已扣，码却不在，请联系顾客补上`,
  },
  CODE_WITHOUT_BURN: {
    title: '有兑换码没有扣积分',
    say: ({ subject }) => `${subject ?? '一个奖励'}的兑换码没有对应的扣减，核销前请先查明`,
  },
  VOID_WITHOUT_RETURN: {
    title: '码作废了积分没退回',
    say: ({ subject }) => `${subject ?? '一个奖励'}的兑换码已作废，积分却没有退给顾客，请查明后补上`,
  },
  RETURN_WITHOUT_VOID: {
    title: '积分退回了码没作废',
    say: ({ subject }) => `${subject ?? '一个奖励'}的积分退了不止一次，或者码还能用，请先查明`,
  },
  STOCK_DIFFERS: {
    title: '库存对不上',
    say: ({ subject, expected, found }) => `${subject}应共有 ${n(expected)} 份，剩余与发出合计 ${n(found)}`,
  },
  ISSUED_DIFFERS: {
    title: '发出数和兑换码对不上',
    say: ({ subject, expected, found }) => `${subject}有 ${n(expected)} 个兑换码，记录发出 ${n(found)} 份`,
  },
  HOLD_STUCK: { title: '库存被占用', say: ({ subject }) => `${subject}有一份一直没有释放` },
  BILL_WITHOUT_ENTRY: {
    title: '结过的账没有入明细',
    say: ({ subject }) => `账单 ${subject} 已受理，明细里却没有`,
  },
  BILL_TWICE: { title: '账单号重复入账', say: ({ subject }) => `账单 ${subject} 出现在两处` },
  CLAIM_LOST: { title: '账单号登记丢失', say: ({ subject }) => `账单 ${subject} 已入账，号码却没有登记` },
  BILL_UNFINISHED: {
    title: '账单没有结完',
    say: ({ subject }) => `账单 ${subject} 开始后中断，没有积分；顾客来问时可再结一次`,
  },
  OUTBOX_STUCK: { title: '记录写入受阻', say: ({ found }) => `有记录等了 ${n(found)} 分钟还没写完` },
  ERRAND_STUCK: {
    title: '给另一位会员的积分受阻',
    say: ({ found }) => `试了 ${n(found)} 次没有办成，每小时会自动再试；一直这样请联系技术支持`,
  },
  LARGE_BALANCE: {
    title: '积分特别多',
    say: ({ expected, found }) => `共有 ${n(found)} 积分，超过 ${n(expected)}`,
  },
  LARGE_CHANGE: { title: '一笔变动很大', say: ({ found }) => `一笔变动 ${n(found)} 积分，请核对账单` },
  OFTEN_CREDITED: {
    title: '一天入账多次',
    say: ({ subject, found }) => `${subject ?? ''} 一天入账 ${n(found)} 次`,
  },
  REFUND_ROUNDS: {
    title: '反复小额退单再消费',
    say: ({ found }) =>
      `一周内 ${n(found)} 次小额退单后马上又消费，请看这位会员的明细；确认作弊可以把他加入黑名单`,
  },
  STAFF_BURST: {
    title: '操作过于频繁',
    say: ({ subject, found }) => `${subject}十分钟内结账、核销和作废 ${n(found)} 次`,
  },
  MANY_SMALL_BILLS: {
    title: '一天小额账单太多',
    say: ({ subject, expected, found }) =>
      `${subject}一天记了 ${n(found)} 笔小额账单，一般不超过 ${n(expected)} 笔；请看员工入账`,
  },
  OWN_ACCOUNT_CREDITED: {
    title: '给自己记了积分',
    say: ({ subject }) => `${subject}把账单记到了自己的会员号上，请核对是不是他本人用餐`,
  },
  TOO_MANY_ATTEMPTS: {
    title: '连续输错码',
    say: ({ subject, found }) => `${subject ?? '一位顾客'}一刻钟内输错 ${n(found)} 次，已暂停查码`,
  },
  JOB_FAILED: { title: '夜间任务出错', say: ({ subject }) => `${subject} 没有做完，会自动再试` },
  INTERNAL_ERROR: {
    title: '程序出错',
    say: ({ subject }) => `${subject} 出过错；顾客可以重试，不会重复计算`,
  },
  ERROR_RATE: {
    title: '出错偏多',
    say: ({ subject, found }) => `${subject} 今天每百次有 ${n(found)} 次出错，请联系技术支持`,
  },
}
