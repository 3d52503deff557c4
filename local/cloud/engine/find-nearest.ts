import type { Doc } from './document'
import { EARTH_METRES } from './geo/geometry'
import type { GeoIndex } from './geo-index'
import { planCap } from './plan-places'
import type { IndexPlan } from './plan-query'
import type { NearAsked } from './query/geo-operators'
import type { Found } from './row'

const FIRST_METRES = 100
const FARTHEST_METRES = EARTH_METRES * Math.PI

interface Collected {
  found: Found[]
  examined: number
}

/** The nearest of all, in the order of their distance. */
export function byDistance(found: Found[], distance: (doc: Doc) => number): Found[] {
  return found
    .map((one) => ({ one, metres: distance(one.version.doc) }))
    .sort((a, b) => a.metres - b.metres)
    .map(({ one }) => one)
}

/**
 * Looks around the place in circles, each twice as wide as the one before, until as many as are wanted have been found:
 * what lies outside the circle is farther than all of them.
 */
export function findNearest(
  index: GeoIndex,
  { from, most, distance }: NearAsked,
  wanted: number,
  collect: (plan: IndexPlan) => Collected,
): Collected {
  let examined = 0
  for (let metres = FIRST_METRES; ; metres *= 2) {
    const last = metres >= Math.min(most, FARTHEST_METRES)
    const radians = Math.min(metres, most, FARTHEST_METRES) / EARTH_METRES
    const around = collect(planCap(index, { center: from, radians }, true))
    examined += around.examined
    const found = last ? around.found : around.found.filter(({ version }) => distance(version.doc) <= metres)
    if (last || found.length >= wanted) return { found: byDistance(found, distance), examined }
  }
}
