import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { type Base, scopeOf } from '../expression/expression'
import { compileQuery } from '../query/compile-query'
import { refuseUnsafeName } from '../read-ejson'
import { readSort } from '../read-sort'
import { sortDocs } from '../sort-rows'
import { bucket, bucketAuto } from './buckets'
import { group } from './group'
import { lookup } from './lookup'
import { geoNear } from './near'
import { withoutValue, withValue } from './paths'
import { compileProjection } from './project'
import type { Source, Stage, StageMaker } from './stage'
import { unwind } from './unwind'

function integer(name: string, value: Value, least: number): number {
  if (!Number.isInteger(value) || (value as number) < least)
    throw requestFailed(`the ${name} must be an integer of at least ${least}`)
  return value as number
}

const addFields: StageMaker = (argument, base) => {
  if (!isPlain(argument) || Object.keys(argument).length === 0)
    throw requestFailed('$addFields specification must have at least one field')
  const fields = Object.entries(argument).map(([field, expression]) => {
    refuseUnsafeName(field)
    return { path: field.split('.'), compute: compileExpression(expression) }
  })
  return (docs) =>
    docs.map((doc) => {
      const scope = scopeOf(doc, base)
      return fields.reduce<Value>((made, { path, compute }) => {
        const value = compute(scope)
        return value === undefined ? made : withValue(made, path, value)
      }, doc) as Doc
    })
}

const project: StageMaker = (argument, base) => {
  if (!isPlain(argument) || Object.keys(argument).length === 0)
    throw requestFailed('$project specification must have at least one field')
  const shape = compileProjection(argument)
  return (docs) => docs.map((doc) => shape(doc, base))
}

const unset: StageMaker = (argument) => {
  const paths = [argument].flat().map((field) => String(field).split('.'))
  return (docs) =>
    docs.map((doc) => paths.reduce<Value>((left, path) => withoutValue(left, path), doc) as Doc)
}

function replaceBy(expression: Value, base: Base): Stage {
  const compute = compileExpression(expression)
  return (docs) =>
    docs.map((doc) => {
      const made = compute(scopeOf(doc, base))
      if (!isPlain(made)) throw requestFailed("'newRoot' expression must evaluate to an object")
      return made
    })
}

/** Without putting back: no document is drawn twice. */
const sample: StageMaker = (argument) => {
  const size = integer('size of $sample', isPlain(argument) ? argument.size : undefined, 1)
  return (docs) => {
    const left = [...docs]
    return Array.from({ length: Math.min(size, left.length) }, () => {
      const [drawn] = left.splice(Math.floor(Math.random() * left.length), 1)
      return drawn as Doc
    })
  }
}

const count: StageMaker = (argument) => {
  if (typeof argument !== 'string' || !/^[^$.]+$/.test(argument))
    throw requestFailed('the count field must be a non-empty string')
  refuseUnsafeName(argument)
  return (docs) => (docs.length === 0 ? [] : [{ [argument]: docs.length }])
}

const sortByCount: StageMaker = (argument, source) => {
  const grouped = group({ _id: argument, count: { $sum: 1 } }, source)
  return (docs) => sortDocs(grouped(docs), [['count', -1]])
}

/** Facets see the same documents, each with stages of its own. */
const facet: StageMaker = (argument, source) => {
  if (!isPlain(argument)) throw requestFailed('the $facet specification must be a non-empty object')
  const facets = Object.entries(argument).map(([name, stages]) => {
    refuseUnsafeName(name)
    return [name, compilePipeline(stages, source)] as const
  })
  return (docs) => [Object.fromEntries(facets.map(([name, run]) => [name, run(docs)]))]
}

const stages: Record<string, StageMaker> = {
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $facet: facet,
  $geoNear: geoNear,
  $group: group,
  $limit: (argument) => {
    const most = integer('limit', argument, 1)
    return (docs) => docs.slice(0, most)
  },
  $lookup: lookup((given, source) => compilePipeline(given, source)),
  $match: (argument, base) => {
    if (!isPlain(argument)) throw requestFailed('the match filter must be an expression in an object')
    const test = compileQuery(argument, base)
    return (docs) => docs.filter(test)
  },
  $project: project,
  $replaceRoot: (argument, base) => replaceBy(isPlain(argument) ? argument.newRoot : undefined, base),
  $replaceWith: (argument, base) => replaceBy(argument, base),
  $sample: sample,
  $skip: (argument) => {
    const passed = integer('skip', argument, 0)
    return (docs) => docs.slice(passed)
  },
  $sort: (argument) => {
    const sort = readSort(argument)
    return (docs) => sortDocs(docs, sort)
  },
  $sortByCount: sortByCount,
  $unwind: unwind,
}

export function compilePipeline(given: Value, source: Source): Stage {
  if (!Array.isArray(given)) throw requestFailed('a pipeline is an array of stages')
  const parts = given.map((stage) => {
    const [name = '', ...more] = isPlain(stage) ? Object.keys(stage) : []
    if (more.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.')
    const make = Object.hasOwn(stages, name) ? stages[name] : undefined
    if (!make) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
    return make((stage as Doc)[name], source)
  })
  return (docs) => parts.reduce((left, part) => part(left), docs)
}
