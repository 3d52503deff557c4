/** Where a running number stands at step `step` of `steps`: quick at first, exact at the end, never a fraction. */
export function countUp(from: number, to: number, step: number, steps: number): number {
  if (step >= steps) return to
  const done = 1 - (1 - step / steps) ** 3
  return Math.round(from + (to - from) * done)
}
