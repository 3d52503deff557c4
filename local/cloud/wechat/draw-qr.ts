import { encodeText } from './qr-codewords'

/** Where the small squares of a version stand, in both directions; version 1 has none. */
const ALIGNED = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

/** One fixed mask: every reader takes it, and the best of eight matters only to worn print. */
const MASK = 0
const masked = (x: number, y: number) => (x + y) % 2 === 0

/** A code being drawn: what is dark, and what belongs to the pattern and takes no data. */
class Sheet {
  readonly dark: boolean[][]
  readonly taken: boolean[][]

  constructor(readonly size: number) {
    const empty = () => Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
    this.dark = empty()
    this.taken = empty()
  }

  put(x: number, y: number, dark: boolean) {
    const [row, taken] = [this.dark[y], this.taken[y]]
    if (!row || !taken || x < 0 || x >= this.size) return
    row[x] = dark
    taken[x] = true
  }
}

/** The squares of a real QR code (ISO/IEC 18004, bytes, level M), row by row. */
export function drawQr(text: string): boolean[][] {
  const { version, codewords } = encodeText(text)
  const sheet = new Sheet(version * 4 + 17)
  drawPattern(sheet, version)
  drawFormat(sheet)
  if (version >= 7) drawVersion(sheet, version)
  drawData(sheet, codewords)
  return sheet.dark
}

function drawPattern(sheet: Sheet, version: number) {
  const { size } = sheet
  for (let at = 0; at < size; at++) {
    sheet.put(6, at, at % 2 === 0)
    sheet.put(at, 6, at % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawRings(sheet, x, y, 4, [2, 4])
  const places = ALIGNED[version] as number[]
  const corner = (one: number, other: number) =>
    (one === 6 && other === 6) || (one === 6 && other === size - 7) || (one === size - 7 && other === 6)
  for (const x of places) for (const y of places) if (!corner(x, y)) drawRings(sheet, x, y, 2, [1])
}

/** Squares within squares: the rings named are light. */
function drawRings(sheet: Sheet, x: number, y: number, reach: number, light: number[]) {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      if (y + dy >= 0 && y + dy < sheet.size)
        sheet.put(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
}

/** `value` followed by what is left of it after division, so that a reader can mend it. */
function checked(value: number, divisor: number, degree: number): number {
  let rest = value
  for (let bit = 0; bit < degree; bit++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * divisor)
  return (value << degree) | rest
}

/** Level M (two zero bits) and the mask, twice. */
function drawFormat(sheet: Sheet) {
  const { size } = sheet
  const bits = checked(MASK, 0x537, 10) ^ 0x5412
  const bit = (at: number) => ((bits >>> at) & 1) === 1
  for (let at = 0; at < 6; at++) sheet.put(8, at, bit(at))
  sheet.put(8, 7, bit(6))
  sheet.put(8, 8, bit(7))
  sheet.put(7, 8, bit(8))
  for (let at = 9; at < 15; at++) sheet.put(14 - at, 8, bit(at))
  for (let at = 0; at < 8; at++) sheet.put(size - 1 - at, 8, bit(at))
  for (let at = 8; at < 15; at++) sheet.put(8, size - 15 + at, bit(at))
  sheet.put(8, size - 8, true)
}

function drawVersion(sheet: Sheet, version: number) {
  const bits = checked(version, 0x1f25, 12)
  for (let at = 0; at < 18; at++) {
    const [far, near] = [sheet.size - 11 + (at % 3), Math.floor(at / 3)]
    const dark = ((bits >>> at) & 1) === 1
    sheet.put(far, near, dark)
    sheet.put(near, far, dark)
  }
}

/** Two columns at a time from the right, up and down by turns, past what is taken. */
function drawData(sheet: Sheet, codewords: Buffer) {
  const { size, dark, taken } = sheet
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = upward ? size - 1 - step : step
        if (taken[y]?.[x]) continue
        const bit = (((codewords[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1
        const row = dark[y] as boolean[]
        row[x] = bit !== masked(x, y)
        at++
      }
  }
}
