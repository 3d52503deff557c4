import { type Doc, isPlain, type Value } from '../document'
import { orderKey } from '../order-key'
import type { Test } from './reach'

export type SchemaRule = (argument: Value, schema: Doc) => Test

const onNumbers =
  (test: (value: number) => boolean): Test =>
  (value) =>
    typeof value !== 'number' || test(value)
const onTexts =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || test(value)
export const onArrays =
  (test: (value: Value[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || test(value)
export const onDocuments =
  (test: (value: Doc) => boolean): Test =>
  (value) =>
    !isPlain(value) || test(value)

const lengthOf = (text: string) => [...text].length
const fieldsOf = (doc: Doc) => Object.keys(doc).length

/** Keywords about a value itself, with no schema inside. A rule for one type says nothing about others. */
export const valueRules: Record<string, SchemaRule> = {
  enum: (values) => {
    const keys = new Set((values as Value[]).map(orderKey))
    return (value) => keys.has(orderKey(value))
  },
  minProperties: (least) => onDocuments((doc) => fieldsOf(doc) >= Number(least)),
  maxProperties: (most) => onDocuments((doc) => fieldsOf(doc) <= Number(most)),
  minimum: (least, { exclusiveMinimum }) =>
    onNumbers((value) => (exclusiveMinimum ? value > Number(least) : value >= Number(least))),
  maximum: (most, { exclusiveMaximum }) =>
    onNumbers((value) => (exclusiveMaximum ? value < Number(most) : value <= Number(most))),
  multipleOf: (factor) => onNumbers((value) => value % Number(factor) === 0),
  minLength: (least) => onTexts((text) => lengthOf(text) >= Number(least)),
  maxLength: (most) => onTexts((text) => lengthOf(text) <= Number(most)),
  pattern: (source) => onTexts((text) => new RegExp(String(source)).test(text)),
  minItems: (least) => onArrays((array) => array.length >= Number(least)),
  maxItems: (most) => onArrays((array) => array.length <= Number(most)),
  uniqueItems: (wanted) => onArrays((array) => !wanted || new Set(array.map(orderKey)).size === array.length),
}
