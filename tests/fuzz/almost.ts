import fc from 'fast-check'
import type * as z from 'zod'
import { boundsOf, type Known, valid, withoutUndefined } from './from-schema'

type Made = fc.Arbitrary<unknown>

/** The right thing in the wrong wrapping, or nothing at all. */
const ofAnotherType = (made: Made): Made =>
  fc.oneof(
    made.map((value) => [value]),
    made.map((value) => ({ value })),
    made.map((value) => (typeof value === 'number' ? String(value) : Number(value))),
    fc.constantFrom(null, undefined, true, '', 0),
  )

/** Text that is one step from what is asked for. */
function text(schema: z.core.$ZodType, made: Made): Made {
  const { min = 0, max = 64 } = boundsOf(schema)
  return made.chain((value) => {
    const right = String(value)
    return fc.constantFrom(
      right.toLowerCase(),
      right.toUpperCase(),
      `${right}\n`,
      ` ${right}`,
      right.slice(1),
      right.slice(0, -1),
      right.slice(0, Math.max(0, min - 1)),
      right.padEnd(max + 1, right === '' ? 'x' : right),
      `${right}.`,
      right.replace(/./u, '٣'),
    )
  })
}

function number(schema: z.core.$ZodType, made: Made): Made {
  const { min, max } = boundsOf(schema)
  const beyond = [...(min === undefined ? [] : [min - 1, min + 0.5]), ...(max === undefined ? [] : [max + 1])]
  return fc.oneof(
    fc.constantFrom(
      ...beyond,
      -0,
      0.1,
      Number.MAX_SAFE_INTEGER + 1,
      1e21,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ),
    made.map((value) => Number(value) + 0.5),
  )
}

/** A list of one too few or too many, or with one that is almost right. */
function list(schema: z.core.$ZodType, element: z.core.$ZodType, known: Known, field: string): Made {
  const { min = 0, max = 20 } = boundsOf(schema)
  const one = valid(element, known, field)
  const long = one.map((item) => Array.from({ length: max + 1 }, () => item))
  const mixed = fc.tuple(one, almost(element, known, field)).map((both) => both)
  return min === 0 ? fc.oneof(long, mixed) : fc.oneof(long, mixed, fc.constant([]))
}

function shape(schema: z.core.$ZodType, fields: [string, z.core.$ZodType][], known: Known): Made {
  const whole = valid(schema, known) as fc.Arbitrary<object>
  const extra = fc.constantFrom('member', 'openid', 'userInfo', 'balance', 'admin', '_id', 'Key', '')
  const more = fc.tuple(whole, extra).map(([right, name]) => ({ ...right, [name]: 'M0000000000000000' }))
  if (fields.length === 0) return more
  const spoilt = fields.map(([name, field]) =>
    fc.tuple(whole, almost(field, known, name)).map(([right, wrong]) => ({ ...right, [name]: wrong })),
  )
  const less = fields.map(([name]) => whole.map((right) => withoutUndefined({ ...right, [name]: undefined })))
  const renamed = fields.map(([name]) =>
    whole.map((right) => {
      const { [name]: value, ...rest } = right as Record<string, unknown>
      return { ...rest, [name.toUpperCase()]: value }
    }),
  )
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...spoilt) },
    more,
    fc.oneof(...less),
    fc.oneof(...renamed),
  )
}

/** One thing wrong, by one step: a bound passed, a field missing or too many, another type, another case. */
export function almost(schema: z.core.$ZodType, known: Known, field = ''): Made {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const made = valid(schema, known, field)
  switch (def.type) {
    case 'string':
    case 'enum':
    case 'literal':
      return fc.oneof({ weight: 3, arbitrary: text(schema, made) }, ofAnotherType(made))
    case 'number':
      return fc.oneof({ weight: 3, arbitrary: number(schema, made) }, ofAnotherType(made))
    case 'optional':
    case 'default':
    case 'nullable':
      return almost(def.innerType, known, field)
    case 'union':
      return fc.oneof(...def.options.map((option) => almost(option, known, field)))
    case 'array':
      return fc.oneof(list(schema, def.element, known, field), ofAnotherType(made))
    case 'object':
      return shape(schema, Object.entries(def.shape), known)
    default:
      return ofAnotherType(made)
  }
}
