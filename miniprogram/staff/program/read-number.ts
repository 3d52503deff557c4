import { amountWords, parseYuan } from '../../services/parse-yuan'

/** What somebody typed as the number it means, or why it means none. */
export type Read = { ok: true; value: number } | { ok: false; words: string }

const yes = (value: number): Read => ({ ok: true, value })
const no = (words: string): Read => ({ ok: false, words })

const narrow = (typed: string): string => typed.normalize('NFKC').replace(/[。]/g, '.').replace(/\s/g, '')

export function readWhole(typed: string, least: number, most: number): Read {
  const text = narrow(typed)
  if (!/^\d{1,9}$/.test(text)) return no('请填整数')
  const value = Number(text)
  return value < least || value > most ? no(`请填 ${least} 到 ${most} 之间的整数`) : yes(value)
}

/** Yuan in fen, where nothing is an amount as well. */
export function readYuan(typed: string, least: 0 | 1 = 0): Read {
  const amount = parseYuan(typed)
  if (amount.ok) return yes(amount.fen)
  if (amount.fault === 'ZERO' && least === 0) return yes(0)
  return no(amount.fault === 'EMPTY' ? '请填金额' : amountWords[amount.fault])
}

const MOST_TIMES = 100

/** A multiplier in basis points, digit by digit: `1.2`, `×1.2` and `1.2倍` are 12 000. */
export function readTimes(typed: string): Read {
  const [, whole = '', decimals = ''] = /^[×xX]?(\d{1,3})(?:\.(\d{0,4}))?倍?$/.exec(narrow(typed)) ?? []
  if (whole === '') return no('请填倍数，例如 1.5')
  const bp = Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'))
  return bp > MOST_TIMES * 10_000 ? no(`最多 ${MOST_TIMES} 倍`) : yes(bp)
}

/** `1、3、5` as whole numbers, each once, ascending. */
export function readWholes(
  typed: string,
  least: number,
  most: number,
): { ok: true; value: number[] } | { ok: false; words: string } {
  const parts = typed
    .normalize('NFKC')
    .split(/[^\d.-]+/)
    .filter((part) => part !== '')
  const numbers = parts.map((part) => readWhole(part, least, most))
  const wrong = numbers.find((number) => !number.ok)
  if (wrong && !wrong.ok) return wrong
  if (numbers.length === 0) return { ok: false, words: '至少填一个数' }
  const values = numbers.flatMap((number) => (number.ok ? [number.value] : []))
  return { ok: true, value: [...new Set(values)].sort((one, other) => one - other) }
}

/** Fen as they are typed: 8650 is `86.5`. */
export function typeYuan(fen: number): string {
  const rest = fen % 100
  const decimals = String(rest).padStart(2, '0').replace(/0$/, '')
  return `${Math.floor(fen / 100)}${rest === 0 ? '' : `.${decimals}`}`
}

/** Basis points as they are typed: 12 000 is `1.2`. */
export function typeTimes(bp: number): string {
  const decimals = String(bp % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${Math.floor(bp / 10_000)}${decimals === '' ? '' : `.${decimals}`}`
}

export const FULL_BP = 10_000
/** 九折 is 90 %: ten times what is typed. */
const TIMES_BP = 10

/** What is paid, as the restaurant says it: `9` is 九折, 9 000 basis points. */
export function readDiscount(typed: string, least: number): Read {
  const read = readTimes(typed)
  const payBp = read.ok ? read.value / TIMES_BP : 0
  return Number.isInteger(payBp) && payBp >= least && payBp <= FULL_BP
    ? yes(payBp)
    : no(`请填 ${least / 1000} 到 10 折，例如 9.5`)
}

export const typeDiscount = (payBp: number): string => typeTimes(payBp * TIMES_BP)
