import type { BusinessDay } from '../../contract'
import { instantOf } from '../calendar'

/**
 * What a field of a subscribe message (订阅消息) may hold, by WeChat's rules. A message with a field that is too
 * long is refused whole (47003), so none can be made that is.
 */
export interface Field {
  value: string
}

/** WeChat counts as JavaScript does: an emoji is two. */
const THING = 20

/** `thing`: a few words, at most 20 characters. What is longer ends in `…`; what is empty is a dash. */
export function thing(words: string): Field {
  const line = words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  if (line.length <= THING) return { value: line === '' ? '—' : line }
  const kept = line.slice(0, THING - 1)
  // Half an emoji is no character.
  return { value: `${kept.replace(/[\uD800-\uDBFF]$/, '')}…` }
}

/** `number`: digits. */
export const count = (n: number): Field => ({ value: String(n) })

/** `time`: 2026年11月22日 09:05, in Shanghai. */
export function time(at: Date): Field {
  const [year, month, day] = instantOf(at).slice(0, 10).split('-')
  return { value: `${year}年${month}月${day}日 ${instantOf(at).slice(11, 16)}` }
}

/** `date`: 2026年12月20日. */
export function date(day: BusinessDay): Field {
  const [year, month, date] = day.split('-')
  return { value: `${year}年${month}月${date}日` }
}
