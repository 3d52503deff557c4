import jsQR from 'jsqr'
import { drawQr } from './draw-qr'

/** What a camera sees of it. */
function scan(squares: boolean[][], cell = 4, margin = 4) {
  const size = (squares.length + 2 * margin) * cell
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const dark = squares[Math.floor(y / cell) - margin]?.[Math.floor(x / cell) - margin]
      if (dark) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  return jsQR(pixels, size, size)
}

test.each([1, 14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 181, 213])(
  'a text of %d bytes is read as it was written',
  (bytes) => {
    const text = Array.from({ length: bytes }, (_, at) => String.fromCharCode(33 + ((at * 7) % 90))).join('')
    expect(scan(drawQr(text))?.data).toBe(text)
  },
)

test('a reader needs no mending to read it', () => {
  const found = scan(drawQr('数据 and data'))
  expect(found?.data).toBe('数据 and data')
})

test('more than 213 bytes fit into no code', () => {
  expect(() => drawQr('x'.repeat(214))).toThrow(RangeError)
})
