import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value, valuesAt } from '../document'
import { namedArguments } from '../expression/expression'
import { geometryIn } from '../geo/geometry'
import { compileQuery } from '../query/compile-query'
import { nearest, readNear } from '../query/geo-operators'
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
  const near = isPlain(given.near) ? given.near : { type: 'Point', coordinates: given.near }
  const { from, least, most } = readNear({ $geometry: near, ...boundsOf(given) })
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

/** Without a key the field that holds a place is meant, as the only one with a geographical index would be. */
const placeField = (doc: Doc) => Object.keys(doc).find((field) => isPlace(doc[field])) ?? null

const isPlace = (value: Value) => isPlain(value) && geometryIn(value) !== null
