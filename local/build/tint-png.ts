const signatureLength = 8

/**
 * Gives a PNG of one colour another one. The tab bar of a phone takes no SVG and cannot tint, so our icons are
 * palette images: every palette entry holds the same colour, the transparency table holds the shape.
 * Only the palette changes here, which needs no decoder.
 */
export function tintPng(png: Buffer, color: string): Buffer {
  const tinted = Buffer.from(png)
  const rgb = Buffer.from(color.slice(1), 'hex')
  for (let at = signatureLength; at < tinted.length; ) {
    const length = tinted.readUInt32BE(at)
    const type = tinted.toString('latin1', at + 4, at + 8)
    const data = tinted.subarray(at + 8, at + 8 + length)
    if (type === 'PLTE') {
      data.fill(rgb)
      tinted.writeUInt32BE(crc32(tinted.subarray(at + 4, at + 8 + length)), at + 8 + length)
      return tinted
    }
    at += length + 12
  }
  throw new Error('a tab icon must be a PNG with a palette')
}

/** The checksum that closes every chunk of a PNG. */
export function crc32(bytes: Buffer): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}
