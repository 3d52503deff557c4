import type { TemplateName } from '../../contract'
import { count, type Field, thing, time } from './fields'

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
} satisfies Record<TemplateName, unknown>
