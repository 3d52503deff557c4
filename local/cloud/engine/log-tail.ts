import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** LevelDB writes its log in blocks of this size; a record never begins in the last seven bytes of one. */
const BLOCK = 32_768
const HEADER = 7
const MASK = 0xa282ead8

export interface Tail {
  file: string
  /** Bytes up to the end of the last record that is whole. */
  whole: number
  /** Bytes after it, which a crash left. */
  torn: number
  /** Whole records stand after a broken one: no crash does that, so nothing may be cut. */
  damaged: boolean
}

/** What a crash in the middle of a write left at the end of the newest log; null when all is whole. */
export async function findTornTail(place: string): Promise<Tail | null> {
  const logs = (await readdir(place).catch(() => [])).filter((name) => /^\d+\.log$/.test(name)).sort()
  const newest = logs.at(-1)
  if (newest === undefined) return null
  const file = join(place, newest)
  const handle = await open(file, 'r')
  try {
    const bytes = await handle.readFile()
    const whole = endOfWhole(bytes, 0)
    if (whole === bytes.length) return null
    return { file, whole, torn: bytes.length - whole, damaged: holdsRecordAfter(bytes, whole) }
  } finally {
    await handle.close()
  }
}

/** Shortens the file to what is whole, on disk before anybody opens it. */
export async function cutTail({ file, whole }: Tail) {
  const handle = await open(file, 'r+')
  try {
    await handle.truncate(whole)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A record that spans blocks is whole when its last fragment is. */
function endOfWhole(bytes: Buffer, from: number): number {
  let end = from
  for (let at = from; ; ) {
    const left = BLOCK - (at % BLOCK)
    if (left < HEADER) at += left
    const fragment = fragmentAt(bytes, at)
    if (!fragment) return end
    at += HEADER + fragment.length
    if (fragment.ends) end = at
  }
}

const FULL = 1
const LAST = 4

function fragmentAt(bytes: Buffer, at: number): { length: number; ends: boolean } | null {
  if (at + HEADER > bytes.length) return null
  const length = bytes.readUInt16LE(at + 4)
  const type = bytes[at + 6] as number
  const end = at + HEADER + length
  if (type < FULL || type > LAST || end > bytes.length || (at % BLOCK) + HEADER + length > BLOCK) return null
  if (bytes.readUInt32LE(at) !== maskedCrc(bytes.subarray(at + 6, end))) return null
  return { length, ends: type === FULL || type === LAST }
}

/** Later blocks begin with a fragment: if one is whole, what broke lies in the middle. */
function holdsRecordAfter(bytes: Buffer, broken: number): boolean {
  for (let at = Math.ceil((broken + 1) / BLOCK) * BLOCK; at < bytes.length; at += BLOCK)
    if (fragmentAt(bytes, at)) return true
  return false
}

const table = new Uint32Array(256).map((_unused, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  return crc
})

/** CRC-32C, turned and shifted as LevelDB stores it. */
function maskedCrc(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] as number) ^ (crc >>> 8)
  crc = (crc ^ 0xffffffff) >>> 0
  return (((crc >>> 15) | (crc << 17)) + MASK) >>> 0
}
