import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, ownField, type Value } from '../document'
import { refuseUnsafeName } from '../read-ejson'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { conditions } from './conditions'
import { dates } from './dates'
import type { Compute, Operator } from './expression'
import { objects } from './objects'
import { scopes } from './scopes'
import { sets } from './sets'
import { texts } from './texts'
import { totals } from './totals'
import { types } from './types'

const operators = new Map<string, Operator>(
  [arithmetic, arrays, conditions, dates, objects, scopes, sets, texts, totals, types].flatMap((table) =>
    Object.entries(table),
  ),
)

/** An expression as a function of a document. Whoever asks for what does not exist is told so now. */
export function compileExpression(expression: Value): Compute {
  if (typeof expression === 'string') return compileText(expression)
  if (Array.isArray(expression)) {
    const parts = expression.map(compileExpression)
    return (scope) => parts.map((part) => part(scope) ?? null)
  }
  if (!isPlain(expression)) return () => expression
  const [first, ...more] = Object.keys(expression)
  if (!first?.startsWith('$')) return compileFields(expression)
  if (more.length > 0) throw requestFailed('an expression specification must contain exactly one field')
  if (first === '$literal') return () => expression.$literal
  const operator = operators.get(first)
  if (!operator) throw requestFailed(`Unrecognized expression '${first}'`)
  return operator(expression[first], compileExpression)
}

function compileFields(fields: Doc): Compute {
  const parts = Object.entries(fields).map(([field, part]) => [field, compileExpression(part)] as const)
  return (scope) => {
    const made: Doc = {}
    for (const [field, part] of parts) {
      const value = part(scope)
      if (value !== undefined) made[field] = value
    }
    return made
  }
}

function compileText(text: string): Compute {
  if (!text.startsWith('$')) return () => text
  refuseUnsafeName(text)
  if (text.startsWith('$$')) return compileVariable(text.slice(2))
  const path = text.slice(1).split('.')
  if (path.includes('')) throw requestFailed(`FieldPath '${text}' contains an empty field name`)
  const [only] = path
  return path.length === 1
    ? ({ root }) => (isPlain(root) ? ownField(root, only as string) : undefined)
    : ({ root }) => follow(root, path, 0)
}

function compileVariable(text: string): Compute {
  const [name = '', ...path] = text.split('.')
  const read = variableOf(name)
  return path.length === 0 ? read : (scope) => follow(read(scope), path, 0)
}

function variableOf(name: string): Compute {
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return ({ root }) => root
    case 'REMOVE':
      return () => undefined
    case 'NOW':
      return ({ now }) => new Date(now)
    default:
      return ({ variables }) => {
        for (let at = variables; at; at = at.outer) if (at.name === name) return at.value
        throw requestFailed(`Use of undefined variable: ${name}`)
      }
  }
}

/** A path through an array gives what it reaches in each element that is a document. */
function follow(value: Value, path: readonly string[], from: number): Value {
  if (from === path.length) return value
  if (Array.isArray(value))
    return value.flatMap((element) => {
      const found = isPlain(element) || Array.isArray(element) ? follow(element, path, from) : undefined
      return found === undefined ? [] : [found]
    })
  return isPlain(value) ? follow(ownField(value, path[from] as string), path, from + 1) : undefined
}
