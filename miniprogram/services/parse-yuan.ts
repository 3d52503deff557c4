export type AmountFault = 'EMPTY' | 'NOT_A_NUMBER' | 'NEGATIVE' | 'ZERO' | 'TOO_PRECISE' | 'TOO_LARGE'

export type ParsedAmount = { ok: true; fen: number } | { ok: false; fault: AmountFault }

/** The largest bill, 200 000 yuan in fen. More is a slip of the finger. */
const LARGEST = 20_000_000

/**
 * Reads an amount in yuan as somebody types it, and answers in fen: "86.5" is 8650. Digits of a
 * Chinese keyboard ("８６．５") are digits. Nothing is rounded and nothing is guessed: what is not an
 * amount says why.
 */
export function parseYuan(typed: string): ParsedAmount {
  const text = narrow(typed)
  if (text === '') return { ok: false, fault: 'EMPTY' }
  if (/^-[\d.]+$/.test(text)) return { ok: false, fault: 'NEGATIVE' }
  const [, whole = '', decimals = ''] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  if (whole + decimals === '') return { ok: false, fault: 'NOT_A_NUMBER' }
  if (decimals.length > 2) return { ok: false, fault: 'TOO_PRECISE' }
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (fen === 0) return { ok: false, fault: 'ZERO' }
  return fen > LARGEST ? { ok: false, fault: 'TOO_LARGE' } : { ok: true, fen }
}

/** Full-width characters become their ASCII twins; spaces and the yuan sign say nothing. */
function narrow(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[。]/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/\s|^[¥￥]|元$/g, '')
}

/** What is read instead of a code. An empty field is no mistake: nothing was typed yet. */
export const amountWords: Record<AmountFault, string> = {
  EMPTY: '',
  NOT_A_NUMBER: '只能输入数字和小数点，例如 86.5',
  NEGATIVE: '金额不能是负数',
  ZERO: '金额要大于 0 元',
  TOO_PRECISE: '最多两位小数，精确到分',
  TOO_LARGE: '一笔最多 200,000 元，请检查是否多按了一位',
}
