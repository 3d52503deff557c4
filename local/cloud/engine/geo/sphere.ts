import type { Area, Geometry, Line, Spot } from './geometry'

/** About a centimetre: what lies this near to an edge lies on it. */
const ON_EDGE = 1e-9

const dot = (a: Spot, b: Spot) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Spot, b: Spot): Spot => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

/** The angle between two places, in radians. */
export function angle(a: Spot, b: Spot): number {
  const across = cross(a, b)
  return Math.atan2(Math.sqrt(dot(across, across)), dot(a, b))
}

type Edge = [from: Spot, to: Spot]

const edges = (line: Line): Edge[] => line.slice(1).map((end, at): Edge => [line[at] as Spot, end])

/** To the nearest point of the great circle between two places, no farther than its ends. */
function angleToEdge(spot: Spot, [from, to]: Edge): number {
  const normal = cross(from, to)
  const size = Math.sqrt(dot(normal, normal))
  const beside = dot(cross(normal, from), spot) > 0 && dot(cross(to, normal), spot) > 0
  if (size > 0 && beside) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, spot) / size))))
  return Math.min(angle(spot, from), angle(spot, to))
}

/** How often the ring goes around, seen from the place: the directions to its corners add up to a full turn or none. */
function isInside(spot: Spot, ring: Line): boolean {
  if (edges(ring).some((edge) => angleToEdge(spot, edge) < ON_EDGE)) return true
  const middle = ring.reduce<Spot>(
    (sum, corner) => [sum[0] + corner[0], sum[1] + corner[1], sum[2] + corner[2]],
    [0, 0, 0],
  )
  // The far side of the globe sees the same turn; an area is the smaller of the two its ring makes.
  if (dot(spot, middle) < 0) return false
  const turn = edges(ring).reduce((sum, [from, to]) => {
    const [one, other] = [cross(spot, from), cross(spot, to)]
    return sum + Math.atan2(dot(spot, cross(one, other)), dot(one, other))
  }, 0)
  return Math.abs(turn) > Math.PI
}

function isIn(spot: Spot, [outer, ...holes]: Area): boolean {
  if (!outer || !isInside(spot, outer)) return false
  return !holes.some(
    (hole) => isInside(spot, hole) && !edges(hole).some((edge) => angleToEdge(spot, edge) < ON_EDGE),
  )
}

function crosses([a, b]: Edge, [c, d]: Edge): boolean {
  const [ab, cd] = [cross(a, b), cross(c, d)]
  const [acb, bda] = [-dot(ab, c), dot(ab, d)]
  const [cbd, dac] = [-dot(cd, b), dot(cd, a)]
  return acb * bda > 0 && bda * cbd > 0 && cbd * dac > 0
}

const edgesOf = ({ lines, areas }: Geometry) => [...lines, ...areas.flat()].flatMap(edges)

export const cornersOf = ({ spots, lines, areas }: Geometry): Spot[] => [
  ...spots,
  ...lines.flat(),
  ...areas.flat(2),
]

/** Zero inside an area, otherwise to the nearest place of the geometry; radians. */
export function angleTo(spot: Spot, geometry: Geometry): number {
  if (geometry.areas.some((area) => isIn(spot, area))) return 0
  const toSpots = geometry.spots.map((other) => angle(spot, other))
  const toEdges = edgesOf(geometry).map((edge) => angleToEdge(spot, edge))
  return Math.min(...toSpots, ...toEdges)
}

/** Whether everything of the geometry lies in one of the areas. */
export function isWithin(geometry: Geometry, areas: Area[]): boolean {
  const borders = edgesOf({ spots: [], lines: [], areas })
  return (
    cornersOf(geometry).every((spot) => areas.some((area) => isIn(spot, area))) &&
    !edgesOf(geometry).some((edge) => borders.some((border) => crosses(edge, border)))
  )
}

export const isNear = (geometry: Geometry, center: Spot, radians: number) =>
  cornersOf(geometry).every((spot) => angle(spot, center) <= radians)

export function intersect(one: Geometry, other: Geometry): boolean {
  const touches = (a: Geometry, b: Geometry) => cornersOf(a).some((spot) => angleTo(spot, b) < ON_EDGE)
  if (touches(one, other) || touches(other, one)) return true
  const border = edgesOf(other)
  return edgesOf(one).some((edge) => border.some((theirs) => crosses(edge, theirs)))
}
