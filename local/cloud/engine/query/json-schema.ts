import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import type { Test } from './reach'
import { onArrays, onDocuments, type SchemaRule, valueRules } from './schema-values'
import { typeTest } from './type-names'

const TYPES = new Map([['boolean', 'bool']])

/** The document as a JSON schema, with BSON's names of types. Keywords the database does not know are refused. */
export function matchesSchema(schema: Value): Test {
  if (!isPlain(schema)) throw requestFailed('$jsonSchema must be an object')
  const tests = Object.entries(schema).flatMap(([keyword, argument]) => {
    if (ANNOTATIONS.has(keyword)) return []
    const rule = Object.hasOwn(rules, keyword) ? rules[keyword] : undefined
    if (!rule) throw requestFailed(`Unknown $jsonSchema keyword: ${keyword}`)
    return [rule(argument, schema)]
  })
  return (value) => tests.every((test) => test(value))
}

const ANNOTATIONS = new Set([
  'title',
  'description',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'additionalItems',
])

const ofTypes: SchemaRule = (names) => {
  const tests = [names].flat().map((name) => {
    const test = typeTest(TYPES.get(String(name)) ?? name)
    if (!test) throw requestFailed(`Unknown type name alias: ${String(name)}`)
    return test
  })
  return (value) => tests.some((test) => test(value))
}

const everySchema = (schemas: Value): Test[] => [schemas].flat().map(matchesSchema)

const properties: SchemaRule = (schemas) => {
  const tests = Object.entries(schemas as Doc).map(([field, schema]) => ({
    field,
    test: matchesSchema(schema),
  }))
  return onDocuments((doc) =>
    tests.every(({ field, test }) => !Object.hasOwn(doc, field) || test(doc[field])),
  )
}

const patternsOf = ({ patternProperties }: Doc) =>
  isPlain(patternProperties) ? Object.keys(patternProperties).map((pattern) => new RegExp(pattern)) : []

const additionalProperties: SchemaRule = (allowed, schema) => {
  const known = isPlain(schema.properties) ? schema.properties : {}
  const patterns = patternsOf(schema)
  const test = typeof allowed === 'boolean' ? () => allowed : matchesSchema(allowed)
  const isExtra = (field: string) =>
    !Object.hasOwn(known, field) && !patterns.some((pattern) => pattern.test(field))
  return onDocuments((doc) => Object.keys(doc).every((field) => !isExtra(field) || test(doc[field])))
}

const patternProperties: SchemaRule = (schemas) => {
  const tests = Object.entries(schemas as Doc).map(([source, schema]) => ({
    pattern: new RegExp(source),
    test: matchesSchema(schema),
  }))
  return onDocuments((doc) =>
    Object.keys(doc).every((field) =>
      tests.every(({ pattern, test }) => !pattern.test(field) || test(doc[field])),
    ),
  )
}

const items: SchemaRule = (schemas, { additionalItems }) => {
  if (!Array.isArray(schemas)) {
    const test = matchesSchema(schemas)
    return onArrays((array) => array.every(test))
  }
  const tests = schemas.map(matchesSchema)
  const more = isPlain(additionalItems) ? matchesSchema(additionalItems) : () => additionalItems !== false
  return onArrays((array) => array.every((element, at) => (tests[at] ?? more)(element)))
}

const dependencies: SchemaRule = (needs) => {
  const tests = Object.entries(needs as Doc).map(([field, need]) => ({
    field,
    test: Array.isArray(need) ? (rules.required as SchemaRule)(need, {}) : matchesSchema(need),
  }))
  return onDocuments((doc) => tests.every(({ field, test }) => !Object.hasOwn(doc, field) || test(doc)))
}

const rules: Record<string, SchemaRule> = {
  ...valueRules,
  bsonType: ofTypes,
  type: ofTypes,
  required: (fields) =>
    onDocuments((doc) => (fields as string[]).every((field) => Object.hasOwn(doc, field))),
  properties,
  patternProperties,
  additionalProperties,
  dependencies,
  items,
  allOf: (schemas) => every(everySchema(schemas)),
  anyOf: (schemas) => some(everySchema(schemas)),
  oneOf: (schemas) => {
    const tests = everySchema(schemas)
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (schema) => {
    const test = matchesSchema(schema)
    return (value) => !test(value)
  },
}

const every =
  (tests: Test[]): Test =>
  (value) =>
    tests.every((test) => test(value))
const some =
  (tests: Test[]): Test =>
  (value) =>
    tests.some((test) => test(value))
