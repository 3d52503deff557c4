import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, ownField, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { type Base, isTrue, scopeOf } from '../expression/expression'
import { equals, matches } from './compare'
import { geoOperators } from './geo-operators'
import { matchesSchema } from './json-schema'
import { type Place, type QueryOperator, queryOperators } from './operators'
import { orAnElement, reaches, type Test } from './reach'

export type Matcher = (doc: Doc) => boolean

const always = () => true

/** A query as a function of a document. Whoever asks for what does not exist is told so now, not at the first document. */
export function compileQuery(query: Doc, base?: Base): Matcher {
  const tests: Test[] = []
  for (const field in query) {
    const condition = query[field]
    if (field.charCodeAt(0) === 36) tests.push(compileLogic(field, condition, base))
    else tests.push(compileField(field, condition))
  }
  return every(tests) as Matcher
}

function every(tests: Test[]): Test {
  const [first, second] = tests
  if (!first) return always
  if (!second) return first
  if (tests.length === 2) return (value) => first(value) && second(value)
  return (value) => tests.every((test) => test(value))
}

const compile = (query: Doc): Test => compileQuery(query) as Test

function compileField(field: string, condition: Value): Test {
  const path = field.includes('.') ? field.split('.') : null
  const at = path
    ? (test: Test): Test =>
        (doc) =>
          reaches(doc, path, test)
    : (test: Test): Test =>
        (doc) =>
          test(ownField(doc as Doc, field))
  if (condition instanceof RegExp) return at(orAnElement(matches(condition)))
  return isOperators(condition)
    ? compileOn(condition, { at, compile, compileOn })
    : at(orAnElement(equals(condition)))
}

function isOperators(condition: Value): condition is Doc {
  if (!isPlain(condition)) return false
  for (const name in condition) return name.charCodeAt(0) === 36
  return false
}

/** Several operators on one field: each may be met by another element of an array. */
function compileOn(condition: Doc, place: Place): Test {
  const tests: Test[] = []
  for (const name in condition) tests.push(operatorOf(name)(condition[name], place, condition))
  return every(tests)
}

function operatorOf(name: string): QueryOperator {
  if (Object.hasOwn(queryOperators, name)) return queryOperators[name] as QueryOperator
  if (Object.hasOwn(geoOperators, name)) return geoOperators[name] as QueryOperator
  throw requestFailed(`unknown operator: ${name}`)
}

function compileLogic(name: string, argument: Value, base?: Base): Test {
  const parts = () => listOfQueries(name, argument).map((query) => compileQuery(query, base) as Test)
  switch (name) {
    case '$and':
      return every(parts())
    case '$or': {
      const tests = parts()
      return (doc) => tests.some((test) => test(doc))
    }
    case '$nor': {
      const tests = parts()
      return (doc) => !tests.some((test) => test(doc))
    }
    case '$expr':
      return isTrueOf(argument, base ?? { variables: null, now: Date.now() })
    case '$jsonSchema':
      return matchesSchema(argument)
    case '$text':
      throw requestFailed('text index required for $text query')
    case '$comment':
      return always
    default:
      throw requestFailed(`unknown top level operator: ${name}`)
  }
}

function isTrueOf(expression: Value, base: Base): Test {
  const compute = compileExpression(expression)
  return (doc) => isTrue(compute(scopeOf(doc, base)))
}

function listOfQueries(name: string, argument: Value): Doc[] {
  if (!Array.isArray(argument) || argument.length === 0)
    throw requestFailed(`${name} must be a nonempty array`)
  if (!argument.every(isPlain)) throw requestFailed(`${name} entries need to be full objects`)
  return argument
}
