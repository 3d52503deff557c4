import { requestFailed } from '../cloud-error'
import { type Doc, isPlain, ownField, type Value } from '../document'
import { EARTH_METRES, type Geometry, geometryIn, geometryOf, type Spot, spotOf } from '../geo/geometry'
import { angleTo, intersect, isNear, isWithin } from '../geo/sphere'
import type { QueryOperator } from './operators'
import { reaches, type Test } from './reach'

const onGeometry =
  (test: (geometry: Geometry) => boolean): Test =>
  (value) => {
    const geometry = geometryIn(value)
    if (geometry) return test(geometry)
    return Array.isArray(value) && value.some((one) => onGeometry(test)(one))
  }

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

const metresTo = (from: Spot, geometry: Geometry) => angleTo(from, geometry) * EARTH_METRES

const near: QueryOperator = (argument, { at }) => {
  const { from, least, most } = readNear(argument)
  return at(
    onGeometry((geometry) => {
      const metres = metresTo(from, geometry)
      return metres >= least && metres <= most
    }),
  )
}

/** `$geometry` with metres, or `$centerSphere` with a place and radians. */
const within: QueryOperator = (argument, { at }) => {
  const { $geometry, $centerSphere } = isPlain(argument) ? argument : ({} as Doc)
  if (Array.isArray($centerSphere)) {
    const [place, radians] = $centerSphere
    if (typeof radians !== 'number' || radians < 0)
      throw requestFailed('radius must be a non-negative number')
    const center = spotOf(place)
    return at(onGeometry((geometry) => isNear(geometry, center, radians)))
  }
  const { areas } = geometryOf($geometry)
  if (areas.length === 0) throw requestFailed('$geoWithin not supported with provided geometry')
  return at(onGeometry((geometry) => isWithin(geometry, areas)))
}

const intersects: QueryOperator = (argument, { at }) => {
  const wanted = geometryOf(isPlain(argument) ? argument.$geometry : undefined)
  return at(onGeometry((geometry) => intersect(geometry, wanted)))
}

export const geoOperators: Record<string, QueryOperator> = {
  $nearSphere: near,
  $near: near,
  $geoWithin: within,
  $geoIntersects: intersects,
}

/** A query by nearness answers in the order of distance: how far a document is, or null when it asks for none. */
export function distanceOf(query: Doc): ((doc: Doc) => number) | null {
  for (const field in query) {
    const condition = query[field]
    if (field === '$and' && Array.isArray(condition)) {
      const inside = condition
        .filter(isPlain)
        .map(distanceOf)
        .find((found) => found !== null)
      if (inside) return inside
    }
    const argument = isPlain(condition) ? (condition.$nearSphere ?? condition.$near) : undefined
    if (argument === undefined) continue
    const { from } = readNear(argument)
    return (doc) => nearest(doc, field, from)
  }
  return null
}

/** Metres to the nearest of the geometries at a path. */
export function nearest(doc: Doc, field: string, from: Spot): number {
  let metres = Number.POSITIVE_INFINITY
  const measure = onGeometry((geometry) => {
    metres = Math.min(metres, metresTo(from, geometry))
    return false
  })
  if (field.includes('.')) reaches(doc, field.split('.'), measure)
  else measure(ownField(doc, field))
  return metres
}
