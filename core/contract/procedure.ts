import type * as z from 'zod'

/** Who may ask. A diner asks about himself; staff are looked up in the database. */
export type Audience = 'diner' | 'cashier' | 'manager'

/**
 * One thing a caller may ask. `refusals` lists, in order of precedence, every reason the
 * business may say no; anything else is a bug and surfaces as INTERNAL.
 */
export interface Procedure {
  audience: Audience
  input: z.ZodType
  output: z.ZodType
  refusals: readonly string[]
}

export const procedure = <
  A extends Audience,
  I extends z.ZodType,
  O extends z.ZodType,
  const R extends readonly string[],
>(spec: {
  audience: A
  input: I
  output: O
  refusals: R
}) => spec

export type InputOf<P extends Procedure> = z.output<P['input']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
export type RefusalOf<P extends Procedure> = P['refusals'][number]

/** Drop the brands: what travels on the wire is plain numbers and strings. */
type Plain<T> = T extends number
  ? number
  : T extends string
    ? string extends T
      ? string
      : T extends z.core.$brand
        ? string
        : T
    : T extends readonly (infer E)[]
      ? Plain<E>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T

/** What a page passes and what it gets back. */
export type RequestOf<P extends Procedure> = z.input<P['input']>
export type AnswerOf<P extends Procedure> = Plain<z.output<P['output']>>

/** Reasons that any procedure may give. */
export type SystemRefusal = 'BAD_REQUEST' | 'FORBIDDEN' | 'KEY_REUSED' | 'BUSY' | 'INTERNAL'

export type Reply<P extends Procedure> =
  | { ok: true; data: AnswerOf<P> }
  | { ok: false; refusal: RefusalOf<P> | SystemRefusal; until?: string }

type RefusalsOf<P> = P extends Procedure ? RefusalOf<P> : never
type Values<T> = T extends unknown ? T[keyof T] : never

/** Every refusal any caller of the contract `C` can be given. */
export type AnyRefusal<C> = RefusalsOf<Values<Values<C>>> | SystemRefusal
