import { inflateSync } from 'node:zlib'

const signatureLength = 8

export interface Picture {
  width: number
  height: number
  /** Three bytes a pixel: red, green, blue. */
  pixels: Buffer
}

/** Decodes what a browser writes as a screenshot: eight bits, true colour, not interlaced. Transparency is left out. */
export function readPng(png: Buffer): Picture {
  const chunks = readChunks(png)
  const header = Buffer.concat(chunks.IHDR ?? [])
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const samples = { 2: 3, 6: 4 }[header[9] ?? 0]
  if (header[8] !== 8 || samples === undefined || header[12] !== 0)
    throw new Error('only a PNG of eight bits and true colour can be read')
  const rows = unfilter(inflateSync(Buffer.concat(chunks.IDAT ?? [])), width * samples, samples)
  if (samples === 3) return { width, height, pixels: rows }
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) rows.copy(pixels, at * 3, at * 4, at * 4 + 3)
  return { width, height, pixels }
}

function readChunks(png: Buffer): Record<string, Buffer[]> {
  const chunks: Record<string, Buffer[]> = {}
  for (let at = signatureLength; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    chunks[type] = [...(chunks[type] ?? []), png.subarray(at + 8, at + 8 + length)]
    at += length + 12
  }
  return chunks
}

/** Every row says how its bytes were predicted from the ones to the left and above. */
function unfilter(packed: Buffer, rowLength: number, samples: number): Buffer {
  const height = packed.length / (rowLength + 1)
  const rows = Buffer.alloc(height * rowLength)
  for (let y = 0; y < height; y++) {
    const predict = predictors[packed[y * (rowLength + 1)] ?? 0]
    if (!predict) throw new Error('the PNG has a filter nobody knows')
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x
      const left = x < samples ? 0 : (rows[at - samples] ?? 0)
      const above = y === 0 ? 0 : (rows[at - rowLength] ?? 0)
      const corner = x < samples || y === 0 ? 0 : (rows[at - rowLength - samples] ?? 0)
      rows[at] = (packed[y * (rowLength + 1) + 1 + x] ?? 0) + predict(left, above, corner)
    }
  }
  return rows
}

const predictors: ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
]

/** Whichever of the three is nearest to left + above − corner. */
function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner)
  const toAbove = Math.abs(left - corner)
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
