import { Query } from 'mingo/query'
import type { Doc } from './document'
import { asRequestFailure, libraryOptions } from './library/context'

export function project(docs: Doc[], fields: Doc): Doc[] {
  if (Object.entries(fields).every(([field, shown]) => shown === 1 && /^\w+$/.test(field)))
    return docs.map((doc) => pick(doc, fields))
  return asRequestFailure(() =>
    new Query<Doc>({}, libraryOptions).find<Doc>(docs, fields as Record<string, 0 | 1>).all(),
  )
}

function pick(doc: Doc, fields: Doc): Doc {
  const picked: Doc = {}
  for (const field in doc) if (field === '_id' || Object.hasOwn(fields, field)) picked[field] = doc[field]
  return picked
}
