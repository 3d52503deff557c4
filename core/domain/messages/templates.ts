import type { BusinessDay, News, Points, TemplateName } from '../../contract'
import { sayYuan } from '../say-yuan'
import { count, date, type Field, thing, time } from './fields'

/** What a message leads to and what stands in it, by the names of its template's fields. */
export interface Message {
  page: string
  data: Record<string, Field>
}

/** What one message tells of alarms (警报). */
export interface AlarmNews {
  /** The gravest one. */
  title: string
  alarms: number
  at: Date
}

/**
 * Every message there is. A template is chosen in WeChat's library with these fields, in this
 * order: WeChat numbers them. Its id belongs to the account and comes from the environment.
 */
export const TEMPLATES = {
  /** 异常提醒: 提醒内容 thing1 · 提醒时间 time2 · 待处理数量 number3 · 温馨提示 thing4. OPS-01. */
  alarm: ({ title, alarms, at }: AlarmNews): Message => ({
    page: 'staff/alarms/alarms',
    data: {
      thing1: thing(alarms > 1 ? `${title}等${alarms}件` : title),
      time2: time(at),
      number3: count(alarms),
      thing4: thing('点开看详情和处理办法'),
    },
  }),
  /** 积分变动提醒: 变动积分 number1 · 当前积分 number2 · 变动时间 time3 · 变动原因 thing4. REM-01, REM-06. */
  arrival: ({ points, balance, cause }: Kind<'arrived'>, at: Date): Message => ({
    page: 'pages/ledger/ledger',
    data: {
      number1: count(points),
      number2: count(balance),
      time3: time(at),
      thing4: thing(sayCause(cause)),
    },
  }),
  /** 积分到期提醒: 到期积分 number1 · 到期日期 date2 · 温馨提示 thing3. EXP-04, EXP-06, C-12. */
  expiring: ({ points, on, total, until }: Kind<'expiring'>): Message => ({
    page: 'pages/mall/mall',
    data: {
      number1: count(points),
      date2: date(on),
      thing3: thing(total > points ? `到${sayDay(until)}共${total}分，点开看能换什么` : '点开看看能换什么'),
    },
  }),
  /** 会员提醒: 提醒内容 thing1 · 当前积分 number2 · 提醒时间 time3 · 温馨提示 thing4. RED-14, EXP-11, BDAY-03. */
  news: (news: OtherNews, balance: Points, at: Date): Message => ({
    page: 'member/inbox/inbox',
    data: { ...sayNews(news), number2: count(balance), time3: time(at) },
  }),
} satisfies Record<TemplateName, unknown>

type Kind<K extends News['kind']> = Extract<News, { kind: K }>
type OtherNews = Exclude<News, { kind: 'arrived' | 'expiring' }>

const sayDay = (day: BusinessDay): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

function sayCause(cause: Kind<'arrived'>['cause']): string {
  switch (cause.type) {
    case 'joined':
      return '入会礼'
    case 'bill':
      return `${cause.branchName}消费`
    case 'granted':
      return '本店赠送'
  }
}

function sayNews(news: OtherNews): { thing1: Field; thing4: Field } {
  switch (news.kind) {
    case 'returned':
      return {
        thing1: thing(`${news.rewardName}的兑换码已作废`),
        thing4: thing(
          `退回${news.stamps === undefined ? `${news.points}积分` : `${news.stamps}枚集杯`}：${news.reason}`,
        ),
      }
    case 'affordable':
      return { thing1: thing(`可以兑换${news.rewardName}了`), thing4: thing('积分已经够了，点开就能换') }
    case 'tier':
      return {
        thing1: thing(news.up ? `升级为${news.tierName}` : `等级变为${news.tierName}`),
        thing4: thing('点开看你的等级权益'),
      }
    case 'keeping':
      return {
        thing1: thing(`还差${sayYuan(news.missing)}元保住${news.tierName}`),
        thing4: thing(`${sayDay(news.until)}前消费都算`),
      }
    case 'barred':
      return { thing1: thing('积分功能已暂停'), thing4: thing('点开看原因和期限') }
    case 'barLifted':
      return { thing1: thing('积分功能已恢复'), thing4: thing('积分一分没少，点开看看') }
    case 'birthday':
      return { thing1: thing('祝你生日快乐'), thing4: thing('点开看本店给你的生日心意') }
    case 'anniversary':
      return {
        thing1: thing(`入会 ${news.years} 周年快乐`),
        thing4: thing(`谢谢你一直来，送你${news.points}积分`),
      }
    case 'statement':
      return {
        thing1: thing(`${Number(news.month.slice(5))}月积分账单`),
        thing4: thing(news.best === null ? '点开看还差多少能换' : `可兑换${news.best}`),
      }
  }
}

/** The message that tells a diner news, with what is true at this moment. */
export function messageOf(news: News, balance: Points, at: Date): Message {
  if (news.kind === 'arrived') return TEMPLATES.arrival(news, at)
  return news.kind === 'expiring' ? TEMPLATES.expiring(news) : TEMPLATES.news(news, balance, at)
}
