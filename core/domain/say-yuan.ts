import type { Fen } from '../contract'

/** Money in words that are kept: 16 850 fen are `168.50`, 20 000 are `200`. */
export function sayYuan(amount: Fen): string {
  const yuan = String(Math.floor(amount / 100))
  return amount % 100 === 0 ? yuan : `${yuan}.${String(amount % 100).padStart(2, '0')}`
}
