/** A business decision: the value, or the stated reason it was refused. */
export type Result<T, R extends string> = { ok: true; value: T } | Refused<R>

interface Refused<R extends string> {
  ok: false
  refusal: R
  /** When it may be asked again, where waiting helps. */
  until?: string
}

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <const R extends string>(refusal: R): { ok: false; refusal: R } => ({
  ok: false,
  refusal,
})

export const refuseUntil = <const R extends string>(refusal: R, until: string): Refused<R> => ({
  ok: false,
  refusal,
  until,
})

/** A broken promise of our own. It is never the caller's fault and never a reason to answer no. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
