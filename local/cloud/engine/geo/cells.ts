import type { Cap } from './cap'
import type { Spot } from './geometry'

/**
 * A cell is a cube in which a part of the globe lies, and its name says where: the cube around the globe is cut into
 * eight, each of those into eight, and every cut adds a digit. So a cell begins with the names of all that hold it, and
 * what lies in it stands together in a sorted list. Unlike cells of longitude and latitude these know no pole and no
 * date line.
 */
const DEEPEST = 20

/** About five centimetres more on all sides than an exact search would need. */
const SLACK = 1e-8

interface Cube {
  name: string
  /** The corner with the least coordinates. */
  at: Spot
  size: number
}

const WHOLE: Cube = { name: '', at: [-1, -1, -1], size: 2 }

/** The smallest cells, `most` of them at most, that hold every place of a cap. */
export function cellsOf({ center, radians }: Cap, most: number): string[] {
  if (radians >= Math.PI) return [WHOLE.name]
  const chord = 2 * Math.sin(radians / 2) + SLACK
  let cubes = [WHOLE]
  for (let depth = 0; depth < DEEPEST; depth++) {
    const smaller: Cube[] = []
    for (const cube of cubes) cut(cube, center, chord, smaller)
    if (smaller.length > most) break
    cubes = smaller
  }
  return cubes.map(({ name }) => name)
}

/** The one smallest cell of a place. */
export function cellAt([x, y, z]: Spot): string {
  let name = ''
  let [left, front, low, size] = [-1, -1, -1, 1]
  for (let depth = 0; depth < DEEPEST; depth++, size /= 2) {
    const digit = Number(x >= left + size) + 2 * Number(y >= front + size) + 4 * Number(z >= low + size)
    if (digit & 1) left += size
    if (digit & 2) front += size
    if (digit & 4) low += size
    name += digit
  }
  return name
}

/** Of the eight parts of a cube those that hold a part of the globe and come as near to the middle as the border of the cap. */
function cut({ name, at, size }: Cube, center: Spot, chord: number, kept: Cube[]) {
  const half = size / 2
  for (let digit = 0; digit < 8; digit++) {
    const part: Spot = [
      at[0] + (digit & 1 ? half : 0),
      at[1] + (digit & 2 ? half : 0),
      at[2] + (digit & 4 ? half : 0),
    ]
    if (touches(part, half, center, chord)) kept.push({ name: name + digit, at: part, size: half })
  }
}

function touches(at: Spot, size: number, center: Spot, chord: number): boolean {
  let toCenter = 0
  let least = 0
  let most = 0
  for (let axis = 0; axis < 3; axis++) {
    const low = at[axis] as number
    const high = low + size
    const middle = center[axis] as number
    const away = Math.max(low - middle, 0, middle - high)
    const inner = Math.max(low, 0, -high)
    const outer = Math.max(Math.abs(low), Math.abs(high))
    toCenter += away * away
    least += inner * inner
    most += outer * outer
  }
  return toCenter <= chord * chord && least <= 1 + SLACK && most >= 1 - SLACK
}
