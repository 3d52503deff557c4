import { deflateSync } from 'node:zlib'
import { readPng } from './read-png'
import { crc32 } from './tint-png'

const MOST_COLORS = 256

/** Colours are counted in cells of this many bits a channel, finer than an eye sees on a flat page. */
const BITS = 6
const DROPPED = 8 - BITS

interface Cell {
  key: number
  color: [number, number, number]
  count: number
}

/** A screenshot with a palette of 256 colours: a third of the size, and on our pages no visible difference. */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png)
  const boxes = cutIntoBoxes(countCells(pixels))
  const indexOf = new Uint8Array(1 << (3 * BITS))
  for (const [index, box] of boxes.entries()) for (const { key } of box) indexOf[key] = index
  const rows = Buffer.alloc(height * (width + 1))
  for (let at = 0; at < width * height; at++)
    rows[at + Math.floor(at / width) + 1] = indexOf[keyOf(pixels, at * 3)] ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(boxes.flatMap(mean))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const keyOf = (pixels: Buffer, at: number) =>
  (((pixels[at] ?? 0) >> DROPPED) << (2 * BITS)) |
  (((pixels[at + 1] ?? 0) >> DROPPED) << BITS) |
  ((pixels[at + 2] ?? 0) >> DROPPED)

/** Each cell with the colours that fell into it, summed up first and averaged at the end. */
function countCells(pixels: Buffer): Cell[] {
  const cells = new Map<number, Cell>()
  for (let at = 0; at < pixels.length; at += 3) {
    const key = keyOf(pixels, at)
    const cell = cells.get(key) ?? { key, color: [0, 0, 0], count: 0 }
    cell.count += 1
    for (const channel of [0, 1, 2] as const) cell.color[channel] += pixels[at + channel] ?? 0
    cells.set(key, cell)
  }
  for (const cell of cells.values())
    for (const channel of [0, 1, 2] as const) cell.color[channel] /= cell.count
  return [...cells.values()]
}

/** The box that is widest for the pixels in it is cut where half of them lie on either side, again and again. */
function cutIntoBoxes(cells: Cell[]): Cell[][] {
  const boxes = [cells].map(measure)
  while (boxes.length < MOST_COLORS) {
    boxes.sort((a, b) => b.weight - a.weight)
    const widest = boxes[0]
    if (!widest || widest.weight === 0) break
    boxes.splice(0, 1, ...halve(widest).map(measure))
  }
  return boxes.map((box) => box.cells)
}

interface Box {
  cells: Cell[]
  channel: 0 | 1 | 2
  weight: number
}

function measure(cells: Cell[]): Box {
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  const widths = ([0, 1, 2] as const).map((channel) => {
    const values = cells.map(({ color }) => color[channel])
    return {
      channel,
      width: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)),
    }
  })
  const [{ channel, width } = { channel: 0 as const, width: 0 }] = widths.sort((a, b) => b.width - a.width)
  return { cells, channel, weight: cells.length < 2 ? 0 : width * Math.sqrt(total) }
}

function halve({ cells, channel }: Box): Cell[][] {
  const sorted = [...cells].sort((a, b) => a.color[channel] - b.color[channel])
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  let passed = 0
  const middle = sorted.findIndex(({ count }) => {
    passed += count
    return passed * 2 >= total
  })
  const cut = Math.min(Math.max(middle, 1), sorted.length - 1)
  return [sorted.slice(0, cut), sorted.slice(cut)]
}

function mean(box: Cell[]): number[] {
  const total = box.reduce((sum, { count }) => sum + count, 0)
  const sum = (channel: 0 | 1 | 2) => box.reduce((all, { color, count }) => all + color[channel] * count, 0)
  return ([0, 1, 2] as const).map((channel) => Math.round(sum(channel) / total))
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
