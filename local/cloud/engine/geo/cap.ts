import type { Geometry, Spot } from './geometry'
import { angle, cornersOf } from './sphere'

/** All places no farther than an angle from one of them. */
export interface Cap {
  center: Spot
  radians: number
}

const everywhere = (center: Spot): Cap => ({ center, radians: Math.PI })

/**
 * A cap that holds a geometry. Below a quarter turn a cap is convex: with two corners it holds the great circle between
 * them, and with a ring what the ring encloses. What is larger is looked for everywhere.
 */
export function capOf(geometry: Geometry): Cap {
  const corners = cornersOf(geometry)
  const [x, y, z] = corners.reduce<Spot>(
    (sum, corner) => [sum[0] + corner[0], sum[1] + corner[1], sum[2] + corner[2]],
    [0, 0, 0],
  )
  const size = Math.hypot(x, y, z)
  if (size < 1e-6) return everywhere([0, 0, 1])
  const center: Spot = [x / size, y / size, z / size]
  const radians = Math.max(...corners.map((corner) => angle(center, corner)))
  return radians < 1.5 ? { center, radians } : everywhere(center)
}
