import { formatPoints } from './format-points'

/** Fen as yuan for the screen: 8650 → `¥86.50`, 20000 → `¥200`. */
export function formatYuan(fen: number): string {
  const yuan = formatPoints(Math.floor(fen / 100))
  const rest = fen % 100
  return rest === 0 ? `¥${yuan}` : `¥${yuan}.${String(rest).padStart(2, '0')}`
}
