import { deflateSync } from 'node:zlib'
import { readPng } from './read-png'
import { shrinkPng } from './shrink-png'
import { crc32 } from './tint-png'

const width = 64
const height = 32

/** A picture of true colour; each row is packed with another filter, as browsers do. */
function paint(color: (x: number, y: number) => [number, number, number]): Buffer {
  const rows: number[] = []
  const at = (x: number, y: number) => (x < 0 || y < 0 ? [0, 0, 0] : color(x, y))
  for (let y = 0; y < height; y++) {
    const filter = y % 3
    rows.push(filter)
    for (let x = 0; x < width; x++) {
      const before = filter === 0 ? [0, 0, 0] : filter === 1 ? at(x - 1, y) : at(x, y - 1)
      rows.push(...color(x, y).map((value, channel) => (value - (before[channel] ?? 0)) & 0xff))
    }
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0])
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const number = (value: number) => Buffer.from([24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff))
    return Buffer.concat([number(data.length), named, number(crc32(named))])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows)))])
}

test('a screenshot is read pixel by pixel, whatever its rows were predicted from', () => {
  const { pixels, ...size } = readPng(paint((x, y) => [x * 4, y * 8, (x * y) % 256]))
  expect(size).toEqual({ width, height })
  const at = (7 * width + 9) * 3
  expect([...pixels.subarray(at, at + 3)]).toEqual([36, 56, 63])
})

test('few colours stay exactly as they are, in a palette', () => {
  const colors: [number, number, number][] = [
    [181, 70, 43],
    [250, 246, 240],
    [43, 33, 28],
  ]
  const shrunk = shrinkPng(paint((x) => colors[x % 3] ?? [0, 0, 0]))
  expect(shrunk[25]).toBe(3)
  const start = shrunk.indexOf('PLTE') + 4
  const palette = [...shrunk.subarray(start, start + 9)]
  expect([palette.slice(0, 3), palette.slice(3, 6), palette.slice(6)].sort()).toEqual([...colors].sort())
})
