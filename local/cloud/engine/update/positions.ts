import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { compileQuery } from '../query/compile-query'

const POSITIONAL = /(^|\.)\$(\[\w*\])?(?=\.|$)/

export const isPositional = (path: string) => path.includes('$') && POSITIONAL.test(path)

/** The places a path with `$` (the element the query found) or `$[]` (every element) stands for in a document. */
export function placesOf(path: string, doc: Doc, query: Doc): string[] {
  const parts = path.split('.')
  const at = parts.findIndex((part) => part.startsWith('$'))
  if (at < 0) return [path]
  const before = parts.slice(0, at)
  const array = before.reduce<Value>(step, doc)
  if (!Array.isArray(array))
    throw requestFailed(
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    )
  return positionsIn(array, parts[at] as string, before.join('.'), query).flatMap((position) =>
    placesOf([...before, position, ...parts.slice(at + 1)].join('.'), doc, query),
  )
}

const step = (value: Value, part: string): Value =>
  Array.isArray(value) ? value[Number(part)] : isPlain(value) ? value[part] : undefined

function positionsIn(array: Value[], sign: string, path: string, query: Doc): number[] {
  if (sign === '$[]') return [...array.keys()]
  if (sign !== '$')
    throw requestFailed(`No array filter found for identifier '${sign.slice(2, -1)}' in path '${path}'`)
  const tests = testsOn(path, query)
  const found = array.findIndex((element) => tests.every((test) => test({ element })))
  if (tests.length === 0 || found < 0)
    throw requestFailed('The positional operator did not find the match needed from the query.')
  return [found]
}

/** What the query asks of the elements of an array. */
function testsOn(path: string, query: Doc): ((holder: Doc) => boolean)[] {
  return Object.entries(query).flatMap(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition))
      return condition.filter(isPlain).flatMap((part) => testsOn(path, part))
    if (field.startsWith(`${path}.`))
      return [compileQuery({ [`element${field.slice(path.length)}`]: condition })]
    if (field !== path) return []
    if (!isPlain(condition) || !('$elemMatch' in condition)) return [compileQuery({ element: condition })]
    const test = compileQuery({ elements: condition })
    return [({ element }: Doc) => test({ elements: [element] })]
  })
}
