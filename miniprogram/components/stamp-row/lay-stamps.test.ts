import { layStamps } from './lay-stamps'

test.each([
  [2, [2]],
  [6, [6]],
  [7, [4, 3]],
  [8, [4, 4]],
  [10, [5, 5]],
  [14, [7, 7]],
  [15, [5, 5, 5]],
  [20, [7, 7, 6]],
])('CAMP-09: a card of %i stands in rows of %j', (of, rows) => {
  const { places, width } = layStamps(0, of)
  const longest = Math.round(100 / Number.parseFloat(width))
  const laid = rows.map((_, row) => places.slice(row * longest, (row + 1) * longest).length)
  expect([laid, places.length]).toEqual([rows, of])
})

test.each([
  [-1, 0],
  [0, 0],
  [2, 2],
  [3, 3],
  [7, 3],
])(
  'CAMP-09: with %i stamps %i of three places are filled, and the last one is where the gift is',
  (stamps, filled) => {
    const { places } = layStamps(stamps, 3)
    expect(places.filter(({ isFilled }) => isFilled).length).toBe(filled)
    expect(places.map(({ isLast }) => isLast)).toEqual([false, false, true])
  },
)
