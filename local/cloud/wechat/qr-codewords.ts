/** How a QR code of level M divides its bytes, by version from 1: bytes in all, blocks, and correction bytes of a block. */
const SHAPES = [
  [26, 1, 10],
  [44, 1, 16],
  [70, 1, 26],
  [100, 2, 18],
  [134, 2, 24],
  [172, 4, 16],
  [196, 4, 18],
  [242, 4, 22],
  [292, 5, 22],
  [346, 5, 26],
] as const

/** The bytes that fit are those that are not correction, less the mode (4 bits) and the length (8 or 16 bits). */
const roomOf = (version: number, [bytes, blocks, correction]: readonly [number, number, number]) =>
  bytes - blocks * correction - (version < 10 ? 2 : 3)

/** The smallest version that holds the text, and all its bytes in the order in which they are drawn. Up to 213 bytes. */
export function encodeText(text: string): { version: number; codewords: Buffer } {
  const data = Buffer.from(text, 'utf8')
  const index = SHAPES.findIndex((shape, at) => roomOf(at + 1, shape) >= data.length)
  const shape = SHAPES[index]
  if (shape === undefined) throw new RangeError(`a text of ${data.length} bytes is too long for a code`)
  const version = index + 1
  const [bytes, blocks, correction] = shape
  const filled = fill(data, version, bytes - blocks * correction)
  return { version, codewords: interleave(filled, blocks, correction) }
}

/** Mode, length, the bytes themselves, an end, and a pattern up to the full size. */
function fill(data: Buffer, version: number, size: number): Buffer {
  const head =
    version < 10 ? [0x40 | (data.length >> 4)] : [0x40 | (data.length >> 12), (data.length >> 4) & 0xff]
  const filled = Buffer.alloc(size)
  filled.set(head)
  let at = head.length
  let carried = data.length & 15
  for (const byte of data) {
    filled[at++] = (carried << 4) | (byte >> 4)
    carried = byte & 15
  }
  filled[at++] = carried << 4
  for (let pad = 0xec; at < size; pad ^= 0xec ^ 0x11) filled[at++] = pad
  return filled
}

/** Blocks of nearly equal length, the longer ones last, drawn by turns: first their data, then their correction. */
function interleave(data: Buffer, blocks: number, correction: number): Buffer {
  const short = Math.floor(data.length / blocks)
  const longer = data.length % blocks
  const parts: Buffer[] = []
  for (let at = 0, block = 0; block < blocks; block++) {
    const length = short + (block >= blocks - longer ? 1 : 0)
    parts.push(data.subarray(at, at + length))
    at += length
  }
  const corrections = parts.map((part) => remainder(part, generator(correction)))
  return Buffer.concat([byTurns(parts, short + 1), byTurns(corrections, correction)])
}

function byTurns(parts: Buffer[], longest: number): Buffer {
  const turns: number[] = []
  for (let at = 0; at < longest; at++)
    for (const part of parts) {
      const byte = part[at]
      if (byte !== undefined) turns.push(byte)
    }
  return Buffer.from(turns)
}

/** Multiplication in the field of 256 elements that Reed and Solomon's code of a QR code uses. */
function multiply(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((other >>> bit) & 1) * one
  }
  return product
}

/** (x − 1)(x − 2)(x − 4)…, without its leading one. */
function generator(degree: number): Buffer {
  const made = Buffer.alloc(degree)
  made[degree - 1] = 1
  for (let root = 1, step = 0; step < degree; step++, root = multiply(root, 2))
    for (let at = 0; at < degree; at++)
      made[at] = multiply(made[at] as number, root) ^ (at + 1 < degree ? (made[at + 1] as number) : 0)
  return made
}

function remainder(data: Buffer, divisor: Buffer): Buffer {
  const rest = [...Buffer.alloc(divisor.length)]
  for (const byte of data) {
    const factor = byte ^ (rest.shift() as number)
    rest.push(0)
    for (const [at, each] of divisor.entries()) rest[at] = (rest[at] as number) ^ multiply(each, factor)
  }
  return Buffer.from(rest)
}
