/** A business decision: the value, or the stated reason it was refused. */
export type Result<T, R extends string> = { ok: true; value: T } | { ok: false; refusal: R }

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <const R extends string>(refusal: R): { ok: false; refusal: R } => ({
  ok: false,
  refusal,
})

/** A broken promise of our own. It is never the caller's fault and never a reason to answer no. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
