import { requestFailed } from '../cloud-error'
import type { Collection } from '../collection'
import { type Doc, isPlain, type Value, valuesAt } from '../document'
import { namedArguments } from '../expression/expression'
import type { Condition, FindOptions } from '../find'
import { geometryIn } from '../geo/geometry'
import { GeoIndex } from '../geo-index'
import { compileQuery } from '../query/compile-query'
import { readNear } from '../query/geo-operators'
import { nearest } from '../query/places'
import { withValue } from './paths'
import type { StageMaker } from './stage'

const OPTIONS = [
  'query',
  'key',
  'includeLocs',
  'distanceMultiplier',
  'maxDistance',
  'minDistance',
  'spherical',
  'limit',
  'num',
  'uniqueDocs',
]

/** Documents in the order of their distance, which stands in a field of each; metres times `distanceMultiplier`. */
export const geoNear: StageMaker = (argument, base) => {
  const given = namedArguments('$geoNear', argument, ['near', 'distanceField'], OPTIONS)
  const { distanceField, key, includeLocs, distanceMultiplier = 1, limit = given.num } = given
  if (typeof distanceField !== 'string') throw requestFailed('$geoNear requires a distanceField')
  const { from, least, most } = readNear({ $geometry: pointOf(given.near), ...boundsOf(given) })
  const test = compileQuery(isPlain(given.query) ? given.query : {}, base)
  return (docs) => {
    const measured = docs.filter(test).flatMap((doc) => {
      const field = typeof key === 'string' ? key : placeField(doc)
      const metres = field === null ? Number.POSITIVE_INFINITY : nearest(doc, field, from)
      return field !== null && Number.isFinite(metres) && metres >= least && metres <= most
        ? [{ doc, field, metres }]
        : []
    })
    measured.sort((one, other) => one.metres - other.metres)
    return measured.slice(0, typeof limit === 'number' ? limit : undefined).map(({ doc, field, metres }) => {
      const told = withValue(doc, distanceField.split('.'), metres * Number(distanceMultiplier)) as Doc
      const place = valuesAt(doc, field.split('.'))[0]
      return typeof includeLocs === 'string' ? (withValue(told, includeLocs.split('.'), place) as Doc) : told
    })
  }
}

function boundsOf({ maxDistance, minDistance }: Doc): Doc {
  return {
    ...(maxDistance === undefined ? {} : { $maxDistance: maxDistance }),
    ...(minDistance === undefined ? {} : { $minDistance: minDistance }),
  }
}

/**
 * What the stage, as the first of a pipeline, needs to see of a collection with an index of places: the same question as
 * a query. Null when there is no such index for it.
 */
export function narrowNear(
  given: Doc,
  { indexes }: Collection,
): { condition: Condition; options: FindOptions } | null {
  const { key, query, limit = given.num } = given
  const ofPlaces = indexes.filter((index) => index instanceof GeoIndex).map(({ field }) => field)
  const field = typeof key === 'string' ? key : ofPlaces.length === 1 ? ofPlaces[0] : undefined
  if (field === undefined || !ofPlaces.includes(field)) return null
  const near = { $nearSphere: { $geometry: pointOf(given.near), ...boundsOf(given) } }
  const conditions = isPlain(query) ? [query, { [field]: near }] : [{ [field]: near }]
  return { condition: { query: { $and: conditions } }, options: typeof limit === 'number' ? { limit } : {} }
}

const pointOf = (near: Value): Doc => (isPlain(near) ? near : { type: 'Point', coordinates: near })

/** Without a key the field that holds a place is meant, as the only one with a geographical index would be. */
const placeField = (doc: Doc) => Object.keys(doc).find((field) => isPlace(doc[field])) ?? null

const isPlace = (value: Value) => isPlain(value) && geometryIn(value) !== null
