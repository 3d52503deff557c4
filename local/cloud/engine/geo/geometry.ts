import { requestFailed } from '../cloud-error'
import { isPlain, type Value } from '../document'

/** The database measures on this sphere, in metres. */
export const EARTH_METRES = 6_378_100
const DEGREE = Math.PI / 180

/** A place on the sphere as a unit vector. */
export type Spot = readonly [x: number, y: number, z: number]
export type Line = Spot[]
/** The outer ring, then the holes; a ring ends where it begins. */
export type Area = Line[]

export interface Geometry {
  spots: Spot[]
  lines: Line[]
  areas: Area[]
}

const badValue = (why: string) => requestFailed(`Can't extract geo keys: ${why}`)

export function spotOf(value: Value): Spot {
  const [longitude, latitude, ...more] = Array.isArray(value) ? value : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || more.length > 0)
    throw badValue('Point must be an array of two numbers')
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw badValue('longitude/latitude is out of bounds')
  const [lambda, phi] = [longitude * DEGREE, latitude * DEGREE]
  const flat = Math.cos(phi)
  return [Math.cos(lambda) * flat, Math.sin(lambda) * flat, Math.sin(phi)]
}

function listOf<T>(value: Value, least: number, read: (one: Value) => T): T[] {
  if (!Array.isArray(value) || value.length < least) throw badValue(`expected at least ${least} coordinates`)
  return value.map(read)
}

const lineOf = (value: Value): Line => listOf(value, 2, spotOf)
const ringOf = (value: Value): Line => listOf(value, 4, spotOf)
const areaOf = (value: Value): Area => listOf(value, 1, ringOf)

const readers: Record<string, (coordinates: Value) => Partial<Geometry>> = {
  Point: (coordinates) => ({ spots: [spotOf(coordinates)] }),
  MultiPoint: (coordinates) => ({ spots: listOf(coordinates, 1, spotOf) }),
  LineString: (coordinates) => ({ lines: [lineOf(coordinates)] }),
  MultiLineString: (coordinates) => ({ lines: listOf(coordinates, 1, lineOf) }),
  Polygon: (coordinates) => ({ areas: [areaOf(coordinates)] }),
  MultiPolygon: (coordinates) => ({ areas: listOf(coordinates, 1, areaOf) }),
}

/** GeoJSON as the geo types of the SDK write it, or a pair of longitude and latitude. */
export function geometryOf(value: Value): Geometry {
  const empty: Geometry = { spots: [], lines: [], areas: [] }
  if (Array.isArray(value)) return { ...empty, spots: [spotOf(value)] }
  if (!isPlain(value)) throw badValue('expected a geometry')
  const type = String(value.type)
  if (type === 'GeometryCollection') return collect(value.geometries)
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined
  if (!read) throw badValue(`unknown GeoJSON type: ${type}`)
  return { ...empty, ...read(value.coordinates) }
}

function collect(geometries: Value): Geometry {
  const parts = listOf(geometries, 1, geometryOf)
  return {
    spots: parts.flatMap(({ spots }) => spots),
    lines: parts.flatMap(({ lines }) => lines),
    areas: parts.flatMap(({ areas }) => areas),
  }
}

/** What a document holds may be anything: what is no geometry is nowhere. */
export function geometryIn(value: Value): Geometry | null {
  try {
    return geometryOf(value)
  } catch {
    return null
  }
}
