import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

/** How wide a code image is, in px, and what a camera reads in it. It is a PNG of one bit a pixel. */
export function readCodeImage(png: Buffer): { size: number; read: string | undefined } {
  const size = png.readUInt32BE(16)
  const from = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(from + 4, from + 4 + png.readUInt32BE(from - 4)))
  const row = Math.ceil(size / 8) + 1
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (((rows[y * row + 1 + (x >> 3)] as number) >> (7 - (x & 7))) & 1)
        pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
  return { size, read: jsQR(pixels, size, size)?.data }
}
