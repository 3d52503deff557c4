/** Points with thousands separated: 1280 → `1,280`. */
export function formatPoints(points: number): string {
  return String(points).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A change of the balance with its sign; the minus is a real one: `+200`, `−1,200`, `0`. */
export function formatDelta(delta: number): string {
  if (delta === 0) return '0'
  return `${delta > 0 ? '+' : '−'}${formatPoints(Math.abs(delta))}`
}

/** A rate in basis points as a multiplier: 12000 → `×1.2`. */
export function formatMultiplier(bp: number): string {
  return `×${bp / 10_000}`
}
