const SHANGHAI_MS = 8 * 3_600_000

/** Month, day, hour and minute of an instant by the clock in Shanghai. */
export function wallTime(at: string): string {
  const wall = new Date(Date.parse(at) + SHANGHAI_MS).toISOString()
  return `${wall.slice(5, 10)} ${wall.slice(11, 16)}`
}
