import fc from 'fast-check'
import { Collection } from './collection'
import type { Doc } from './document'
import { findRows } from './find'
import { nearAsked } from './query/geo-operators'
import { emptyRow, Version } from './row'

function collect(docs: Doc[], indexed: boolean): Collection {
  const collection = new Collection('c')
  const index = { name: 'place', fields: ['place'], kind: '2dsphere' as const }
  if (indexed) collection.addIndex(index, 'DATABASE_REQUEST_FAILED')
  for (const [_id, doc] of docs.entries()) {
    const row = emptyRow(String(_id))
    collection.rows.set(row.key, row)
    collection.replace(row, Version.ofDoc({ _id, ...doc }))
  }
  return collection
}

/** Most places stand close to each other, at the poles, at the date line and elsewhere; some anywhere. */
const hub = fc.constantFrom<number[][]>(
  [121.47, 31.23],
  [0, 0],
  [180, 10],
  [-180, -10],
  [30, 89.99],
  [-70, -90],
)
const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value))
const near = (hub: fc.Arbitrary<number[]>, spread: number) =>
  fc
    .tuple(hub, fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .map(([[x = 0, y = 0], dx, dy]) => [clamp(x + dx * spread, 180), clamp(y + dy * spread, 90)])
const anywhere = near(fc.constant([0, 0]), 180)
const spot = fc.oneof(near(hub, 0.01), near(hub, 1), anywhere, hub)

const triangle = fc.tuple(spot, fc.constantFrom(0.01, 2, 40)).map(([[x = 0, y = 0], size]) => [
  [x, y],
  [clamp(x + size, 180), y],
  [x, clamp(y + size, 90)],
  [x, y],
])
const area = triangle.map((ring) => ({ type: 'Polygon', coordinates: [ring] }))
const point = spot.map((coordinates) => ({ type: 'Point', coordinates }))
const geometry = fc.oneof(
  point,
  fc.array(spot, { minLength: 2, maxLength: 4 }).map((coordinates) => ({ type: 'LineString', coordinates })),
  fc.array(spot, { minLength: 1, maxLength: 4 }).map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  area,
)
const place = fc.oneof(point, point, geometry, spot, fc.array(point, { maxLength: 3 }), fc.constant(null))
const docs = fc.array(fc.record({ place, n: fc.integer({ min: 0, max: 2 }) }, { requiredKeys: ['n'] }), {
  maxLength: 30,
})

const metres = fc.constantFrom(0, 5, 900, 50_000, 3_000_000)
const nearest = fc
  .record({ $geometry: point, $minDistance: metres, $maxDistance: metres }, { requiredKeys: ['$geometry'] })
  .map(($nearSphere) => ({ $nearSphere }))
const condition = fc.oneof(
  nearest,
  fc
    .tuple(spot, fc.constantFrom(0, 1e-5, 0.01, 0.5, 2, 3.2))
    .map(($centerSphere) => ({ $geoWithin: { $centerSphere } })),
  area.map(($geometry) => ({ $geoWithin: { $geometry } })),
  geometry.map(($geometry) => ({ $geoIntersects: { $geometry } })),
)
const query = fc.oneof(
  condition.map((place) => ({ place })),
  fc.tuple(condition, fc.integer({ min: 0, max: 2 })).map(([place, n]) => ({ n, $and: [{ place }] })),
)

const both = (given: Doc[]) => [collect(given, true), collect(given, false)] as const

test('with an index of places a question finds what walking all documents finds', () => {
  fc.assert(
    fc.property(docs, query, (given, asked) => {
      const [found, walked] = both(given).map((collection) =>
        findRows(collection, { query: asked }, { sort: [['_id', 1]] }, null).found.map(
          ({ version }) => version.doc._id,
        ),
      )
      expect(found).toEqual(walked)
    }),
    { numRuns: 300 },
  )
})

test('the nearest with an index are as near as the nearest of all documents, in the same order', () => {
  fc.assert(
    fc.property(
      docs,
      nearest,
      fc.constantFrom(1, 2, 1000),
      fc.constantFrom(0, 1),
      (given, place, limit, skip) => {
        const asked = { place }
        const distance = nearAsked(asked)?.distance as (doc: Doc) => number
        const [found, walked] = both(given).map((collection) =>
          findRows(collection, { query: asked }, { limit, skip }, null).found.map(({ version }) =>
            distance(version.doc),
          ),
        )
        expect(found).toEqual(walked)
      },
    ),
    { numRuns: 100 },
  )
})

test('of many documents the index looks at few, and what is no place cannot be written', () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({
    place: {
      type: 'Point',
      coordinates: [((n * 7919) % 36_000) / 100 - 180, ((n * 104_729) % 17_000) / 100 - 85],
    },
  }))
  const collection = collect(many, true)
  const close = { $geometry: { type: 'Point', coordinates: [10, 50] } }
  const nearestTen = findRows(collection, { query: { place: { $near: close } } }, { limit: 10 }, null)
  expect(nearestTen.found).toHaveLength(10)
  expect(nearestTen.effort.plan).toBe('index place')
  expect(nearestTen.effort.examined).toBeLessThan(500)
  const circle = { $centerSphere: [[10, 50], 0.1] }
  const inCircle = findRows(collection, { query: { place: { $geoWithin: circle } } }, {}, null)
  expect(inCircle.effort.examined).toBeLessThan(inCircle.found.length * 4)
  expect(inCircle.found.length).toBeGreaterThan(10)
  expect(() => collect([{ place: { type: 'Point', coordinates: [200, 0] } }], true)).toThrow('out of bounds')
})
