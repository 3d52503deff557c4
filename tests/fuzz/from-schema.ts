import fc from 'fast-check'
import * as z from 'zod'

/** Values that mean something where they are asked, by the name of their field: real codes, keys, tables. */
export type Known = Readonly<Record<string, readonly unknown[]>>

type Made = fc.Arbitrary<unknown>
type Def = z.core.$ZodTypes['_zod']['def']

const defOf = (schema: z.core.$ZodType): Def => (schema as z.core.$ZodTypes)._zod.def

const accepts = (schema: z.core.$ZodType, value: unknown): boolean => z.core.safeParse(schema, value).success

interface Bounds {
  min: number | undefined
  max: number | undefined
  patterns: RegExp[]
  /** A check that is code: what it accepts cannot be read from it. */
  isOpaque: boolean
}

/** What the checks of a text, a number or a list say. */
export function boundsOf(schema: z.core.$ZodType): Bounds {
  const def = defOf(schema)
  const bounds: Bounds = { min: undefined, max: undefined, patterns: [], isOpaque: false }
  if ('pattern' in def && def.pattern instanceof RegExp) bounds.patterns.push(def.pattern)
  for (const check of def.checks ?? []) {
    const rule = check._zod.def as z.core.$ZodChecks['_zod']['def'] & { value?: unknown; inclusive?: boolean }
    const step = rule.inclusive === false ? 1 : 0
    if (rule.check === 'min_length') bounds.min = rule.minimum
    else if (rule.check === 'max_length') bounds.max = rule.maximum
    else if (rule.check === 'greater_than') bounds.min = Number(rule.value) + step
    else if (rule.check === 'less_than') bounds.max = Number(rule.value) - step
    else if (rule.check === 'string_format' && rule.pattern) bounds.patterns.push(rule.pattern)
    else bounds.isOpaque ||= (rule.check as string) === 'custom'
  }
  return bounds
}

/** Texts are made this long at most, unless the schema's own longest is tried. */
const LONG = 40

/** Reading a pattern is dear: some hold every letter there is. */
const patterns = new Map<string, fc.Arbitrary<string>>()
function matching(pattern: RegExp): fc.Arbitrary<string> {
  const made = patterns.get(String(pattern)) ?? fc.stringMatching(pattern)
  patterns.set(String(pattern), made)
  return made
}

function text(schema: z.core.$ZodType, field: string): Made {
  const { min = 0, max, patterns: all, isOpaque } = boundsOf(schema)
  const [pattern] = all
  if (pattern !== undefined) return matching(pattern).filter((made) => accepts(schema, made))
  if (isOpaque)
    throw new Error(`tests/fuzz knows no value of "${field}": its check is code that nobody can walk`)
  const any = fc.string({ minLength: min, maxLength: Math.min(max ?? LONG, LONG), unit: 'grapheme' })
  const longest = max === undefined ? [] : [fc.constant('x'.repeat(max))]
  return fc.oneof(any, ...longest).filter((made) => accepts(schema, made))
}

function number(schema: z.core.$ZodType): Made {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = boundsOf(schema)
  const near = fc.integer({ min, max: Math.min(max, Math.max(min, 0) + 50_000) })
  return fc.oneof(near, fc.constantFrom(min, max), fc.integer({ min, max }))
}

function list(schema: z.core.$ZodType, element: z.core.$ZodType, known: Known, field: string): Made {
  const { min = 0, max = 5 } = boundsOf(schema)
  return fc.array(valid(element, known, field), { minLength: min, maxLength: Math.min(max, min + 4) })
}

function shape(fields: Readonly<Record<string, z.core.$ZodType>>, known: Known): Made {
  const made = Object.entries(fields).map(([name, schema]) => [name, valid(schema, known, name)] as const)
  return fc.record(Object.fromEntries(made)).map(withoutUndefined)
}

export const withoutUndefined = (made: object): object =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined))

/** Something the schema accepts: most often a real thing, where one is known by this name. */
export function valid(schema: z.core.$ZodType, known: Known, field = ''): Made {
  const real = (known[field] ?? []).filter((value) => accepts(schema, value))
  if (real.length === 0) return fresh(schema, known, field)
  const chosen = { weight: 4, arbitrary: fc.constantFrom(...real) }
  return boundsOf(schema).isOpaque
    ? chosen.arbitrary
    : fc.oneof(chosen, { weight: 1, arbitrary: fresh(schema, known, field) })
}

function fresh(schema: z.core.$ZodType, known: Known, field: string): Made {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
      return text(schema, field)
    case 'number':
      return number(schema)
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'default':
    case 'optional':
      return fc.option(valid(def.innerType, known, field), { nil: undefined })
    case 'nullable':
      return fc.option(valid(def.innerType, known, field))
    case 'array':
      return list(schema, def.element, known, field)
    case 'record':
      return fc.dictionary(fc.string({ maxLength: LONG }), valid(def.valueType, known, field), { maxKeys: 4 })
    case 'union':
      return fc.oneof(...def.options.map((option) => valid(option, known, field)))
    case 'object':
      return shape(def.shape, known)
    default:
      throw new Error(`tests/fuzz does not know how to make a ${def.type} for "${field}"`)
  }
}
