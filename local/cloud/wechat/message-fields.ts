import { type Doc, isPlain } from '../engine/document'

const text =
  (most: number, pattern = /^[^\p{Cc}]+$/u) =>
  (value: string) =>
    value.length <= most && pattern.test(value)

/** What WeChat takes in a field, by the kind its name begins with. Lengths are counted as JavaScript does. */
const KINDS: Record<string, (value: string) => boolean> = {
  thing: text(20),
  number: text(32, /^-?\d+(\.\d+)?$/),
  letter: text(32, /^[A-Za-z]+$/),
  symbol: text(5, /^[^\p{L}\p{N}]+$/u),
  character_string: text(32, /^[\x20-\x7e]+$/),
  time: text(32, /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/),
  date: text(32, /^\d{4}年\d{1,2}月\d{1,2}日( ([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/),
  amount: text(16, /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/),
  phone_number: text(17, /^[\d+*-]+$/),
  car_number: text(8),
  name: text(20, /^(\p{Script=Han}{1,10}|[\p{L}\s·]{1,20})$/u),
  phrase: text(5, /^\p{Script=Han}+$/u),
}

/** The name of the first field that WeChat would refuse; null when it takes them all. */
export function findWrongField(data: unknown): string | null {
  if (!isPlain(data)) return 'data'
  for (const [name, field] of Object.entries(data as Doc)) {
    const kind = /^([a-z_]+)\d+$/.exec(name)?.[1] ?? ''
    const takes = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
    const value = isPlain(field) ? field.value : undefined
    if (!takes?.(String(value ?? ''))) return name
  }
  return null
}
