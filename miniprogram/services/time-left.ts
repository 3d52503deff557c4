/** When a code was given and ends, by the server's clock. */
export interface Lifetime {
  now: string
  expiresAt: string
}

/** How long the code lives, in ms. Only the server's two moments count: the phone's clock may be wrong. */
export function lifetimeOf({ now, expiresAt }: Lifetime): number {
  return Date.parse(expiresAt) - Date.parse(now)
}

/** Whole seconds left after `elapsed` ms on the phone since the reply came; never below zero. */
export function secondsLeft(lifetime: number, elapsed: number): number {
  return elapsed >= lifetime ? 0 : Math.ceil((lifetime - elapsed) / 1000)
}
