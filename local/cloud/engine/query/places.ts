import { type Doc, ownField, type Value } from '../document'
import { EARTH_METRES, type Geometry, geometryIn, geometryOf, type Spot } from '../geo/geometry'
import { angleTo } from '../geo/sphere'
import { reaches, type Test } from './reach'

/** What a field holds may be one place or many; what is no place is nowhere. */
export const onGeometry =
  (test: (geometry: Geometry) => boolean): Test =>
  (value) => {
    const geometry = geometryIn(value)
    if (geometry) return test(geometry)
    return Array.isArray(value) && value.some((one) => onGeometry(test)(one))
  }

export const metresTo = (from: Spot, geometry: Geometry) => angleTo(from, geometry) * EARTH_METRES

/** Metres to the nearest of the geometries at a path. */
export function nearest(doc: Doc, field: string, from: Spot): number {
  let metres = Number.POSITIVE_INFINITY
  visit(
    doc,
    field,
    onGeometry((geometry) => {
      metres = Math.min(metres, metresTo(from, geometry))
      return false
    }),
  )
  return metres
}

/** All geometries at a path, as an index needs them: what is neither nothing nor a place is refused. */
export function geometriesAt(doc: Doc, field: string): Geometry[] {
  const found: Geometry[] = []
  const take = (value: Value): boolean => {
    if (Array.isArray(value) && typeof value[0] !== 'number') value.forEach(take)
    else if (value !== undefined && value !== null) found.push(geometryOf(value))
    return false
  }
  visit(doc, field, take)
  return found
}

function visit(doc: Doc, field: string, test: Test) {
  if (field.includes('.')) reaches(doc, field.split('.'), test)
  else test(ownField(doc, field))
}
