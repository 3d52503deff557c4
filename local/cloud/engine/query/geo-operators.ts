import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, type Value } from '../document'
import { type Cap, capOf } from '../geo/cap'
import { EARTH_METRES, type Geometry, geometryOf, type Spot, spotOf } from '../geo/geometry'
import { intersect, isNear, isWithin } from '../geo/sphere'
import type { QueryOperator } from './operators'
import { metresTo, nearest, onGeometry } from './places'

/** From where a `$nearSphere` measures, and how far it looks, in metres. */
export interface Near {
  from: Spot
  least: number
  most: number
}

export function readNear(argument: Value): Near {
  if (!isPlain(argument)) throw requestFailed('$nearSphere needs a $geometry')
  const point = geometryOf(argument.$geometry)
  const [from] = point.spots
  if (!from || point.spots.length !== 1) throw requestFailed('invalid point in geo near query')
  const metres = (name: string, missing: number) => {
    const value = argument[name] ?? missing
    if (typeof value !== 'number' || value < 0) throw requestFailed(`${name} must be a non-negative number`)
    return value
  }
  return { from, least: metres('$minDistance', 0), most: metres('$maxDistance', Number.POSITIVE_INFINITY) }
}

const near: QueryOperator = (argument, { at }) => {
  const { from, least, most } = readNear(argument)
  return at(
    onGeometry((geometry) => {
      const metres = metresTo(from, geometry)
      return metres >= least && metres <= most
    }),
  )
}

/** `$centerSphere` with a place and radians; null when `$geometry` is asked instead. */
function readCircle(argument: Value): Cap | null {
  const given = isPlain(argument) ? argument.$centerSphere : undefined
  if (!Array.isArray(given)) return null
  const [place, radians] = given
  if (typeof radians !== 'number' || radians < 0) throw requestFailed('radius must be a non-negative number')
  return { center: spotOf(place), radians }
}

const readGeometry = (argument: Value): Geometry =>
  geometryOf(isPlain(argument) ? argument.$geometry : undefined)

const within: QueryOperator = (argument, { at }) => {
  const circle = readCircle(argument)
  if (circle) return at(onGeometry((geometry) => isNear(geometry, circle.center, circle.radians)))
  const { areas } = readGeometry(argument)
  if (areas.length === 0) throw requestFailed('$geoWithin not supported with provided geometry')
  return at(onGeometry((geometry) => isWithin(geometry, areas)))
}

const intersects: QueryOperator = (argument, { at }) => {
  const wanted = readGeometry(argument)
  return at(onGeometry((geometry) => intersect(geometry, wanted)))
}

export const geoOperators: Record<string, QueryOperator> = {
  $nearSphere: near,
  $near: near,
  $geoWithin: within,
  $geoIntersects: intersects,
}

const nearArgument = (condition: Doc) => condition.$nearSphere ?? condition.$near

/** Where a geometry must lie, at least with a part, to meet the conditions on its field. */
export function capsOf(condition: Doc): Cap[] {
  const caps: Cap[] = []
  const asked = nearArgument(condition)
  if (asked !== undefined) {
    const { from, most } = readNear(asked)
    caps.push({ center: from, radians: Math.min(most / EARTH_METRES, Math.PI) })
  }
  const { $geoWithin, $geoIntersects } = condition
  if ($geoWithin !== undefined) caps.push(readCircle($geoWithin) ?? capOf(readGeometry($geoWithin)))
  if ($geoIntersects !== undefined) caps.push(capOf(readGeometry($geoIntersects)))
  return caps
}

export interface NearAsked extends Near {
  field: string
  /** Metres to a document. */
  distance: (doc: Doc) => number
}

/** A query by nearness answers in the order of distance; null when it asks for none. */
export function nearAsked(query: Doc): NearAsked | null {
  for (const field in query) {
    const condition = query[field]
    if (field === '$and' && Array.isArray(condition)) {
      const inside = condition
        .filter(isPlain)
        .map(nearAsked)
        .find((found) => found !== null)
      if (inside) return inside
    }
    const argument = isPlain(condition) ? nearArgument(condition) : undefined
    if (argument === undefined) continue
    const near = readNear(argument)
    return { ...near, field, distance: (doc) => nearest(doc, field, near.from) }
  }
  return null
}
