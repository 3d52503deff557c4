import { deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** A square PNG of two colours: one bit a pixel and a palette. A `null` paper is transparent. */
export function writePng(
  size: number,
  isInk: (x: number, y: number) => boolean,
  ink: Colour,
  paper: Colour | null,
): Buffer {
  const bytes = Math.ceil(size / 8)
  const rows = Buffer.alloc(size * (bytes + 1))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = y * (bytes + 1) + 1 + (x >> 3)
      if (isInk(x, y)) rows[at] = (rows[at] as number) | (0x80 >> (x & 7))
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([1, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...(paper ?? [255, 255, 255]), ...ink])),
    ...(paper === null ? [chunk('tRNS', Buffer.from([0, 255]))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

function crc32(bytes: Buffer): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}
