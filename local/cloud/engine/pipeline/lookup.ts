import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value, valuesAt } from '../document'
import { compileExpression } from '../expression/compile-expression'
import { namedArguments, scopeOf, withVariable } from '../expression/expression'
import { refuseUnsafeName } from '../read-ejson'
import { withValue } from './paths'
import type { Source, Stage, StageMaker } from './stage'

export type CompilePipeline = (stages: Value, source: Source) => Stage

/** Joins documents of another collection: those that share a value, or those an inner pipeline leaves. */
export const lookup =
  (compile: CompilePipeline): StageMaker =>
  (argument, source) => {
    const optional = ['localField', 'foreignField', 'let', 'pipeline']
    const given = namedArguments('$lookup', argument, ['from', 'as'], optional)
    const { from, as, localField, foreignField, pipeline } = given
    if (typeof from !== 'string' || typeof as !== 'string')
      throw requestFailed('$lookup needs the names `from` and `as`')
    refuseUnsafeName(as)
    if (pipeline === undefined && (typeof localField !== 'string' || typeof foreignField !== 'string'))
      throw requestFailed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField'")
    const variables = Object.entries(isPlain(given.let) ? given.let : {}).map(
      ([name, expression]) => [name, compileExpression(expression)] as const,
    )
    const joined = (doc: Doc): Doc[] => {
      const query = typeof foreignField === 'string' ? { [foreignField]: wantedBy(doc, localField) } : {}
      const found = source.find(from, { query }, {})
      if (pipeline === undefined) return found
      const scope = scopeOf(doc, source)
      const inner = variables.reduce(
        (outer, [name, compute]) => withVariable(outer, name, compute(scope)),
        source,
      )
      return compile(pipeline, inner)(found)
    }
    return (docs) => docs.map((doc) => withValue(doc, as.split('.'), joined(doc)) as Doc)
  }

/** A missing field finds what is missing or null; each element of an array finds its own. */
function wantedBy(doc: Doc, localField: Value): Doc {
  const values = valuesAt(doc, String(localField).split('.'))
  const wanted = values.flatMap((value) => (Array.isArray(value) ? value : [value]))
  return wanted.length === 1
    ? { $eq: wanted[0] }
    : { $in: wanted.map((value) => (value instanceof RegExp ? null : value)) }
}
