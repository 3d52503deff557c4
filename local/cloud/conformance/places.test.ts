import { startTestCloud, type TestCloud } from '../testing/start-test-cloud'

let test$: TestCloud
const index = { name: 'at', fields: ['at'], kind: '2dsphere' }
const define = (...collections: object[]) =>
  fetch(`${test$.cloud.url}/local/collections`, { method: 'PUT', body: JSON.stringify(collections) })
const point = (longitude: number, latitude: number) => new test$.db.Geo.Point(longitude, latitude)

beforeAll(async () => {
  test$ = await startTestCloud()
  expect((await define({ name: 'indexed', indexes: [index] }, { name: 'walked' })).status).toBe(200)
  const shops = Array.from({ length: 900 }, (_, n) => ({
    _id: `shop-${n}`,
    open: n % 2 === 0,
    at: point(121 + (n % 30) / 100, 31 + Math.floor(n / 30) / 100),
  }))
  for (const name of ['indexed', 'walked']) await test$.db.collection(name).add(shops)
})
afterAll(() => test$.stop())

type Db = TestCloud['db']
const square = (db: Db) => {
  const corners = [
    point(121.045, 31.045),
    point(121.045, 31.085),
    point(121.085, 31.085),
    point(121.045, 31.045),
  ]
  const { LineString, Polygon } = db.Geo as unknown as Record<
    'LineString' | 'Polygon',
    new (
      of: unknown[],
    ) => object
  >
  return new Polygon([new LineString(corners)])
}
const questions: [
  what: string,
  ask: (db: Db, name: string) => Promise<{ data: unknown[] }>,
  found: number,
][] = [
  [
    'the nearest five',
    ({ command: _, collection }, name) =>
      collection
        .call(test$.db, name)
        .where({ at: _.geoNear({ geometry: point(121.1512, 31.1503) }) })
        .limit(5)
        .get(),
    5,
  ],
  [
    'those in a ring that are open',
    ({ command: _, collection }, name) =>
      collection
        .call(test$.db, name)
        .where({
          open: true,
          at: _.geoNear({ geometry: point(121.1512, 31.1503), minDistance: 900, maxDistance: 2500 }),
        })
        .get(),
    9,
  ],
  [
    'those in an area',
    (db, name) =>
      db
        .collection(name)
        .where({ at: db.command.geoWithin({ geometry: square(db) }) })
        .orderBy('_id', 'asc')
        .get(),
    6,
  ],
  [
    'those that an area touches',
    (db, name) =>
      db
        .collection(name)
        .where({ at: db.command.geoIntersects({ geometry: square(db) }) })
        .orderBy('_id', 'asc')
        .get(),
    6,
  ],
  [
    'the aggregation’s nearest',
    (db, name) =>
      db
        .collection(name)
        .aggregate()
        .geoNear({
          near: point(121.1512, 31.1503),
          distanceField: 'metres',
          maxDistance: 1500,
          query: { open: true },
          spherical: true,
        } as never)
        .end() as Promise<{ data: unknown[] }>,
    4,
  ],
]

const lastPlan = () => test$.lines.filter(({ text }) => text.includes('nearness')).length

test.each(questions)(
  'an index of places finds %s as walking all documents does',
  async (_what, ask, found) => {
    const [indexed, walked] = [await ask(test$.db, 'indexed'), await ask(test$.db, 'walked')]
    expect(indexed.data).toEqual(walked.data)
    expect(indexed.data.length).toBe(found)
  },
)

it('nearness that the platform would refuse for want of an index is told in the log', async () => {
  const ask = (name: string) =>
    test$.db
      .collection(name)
      .where({ at: test$.db.command.geoNear({ geometry: point(121, 31) }) })
      .limit(1)
      .get()
  const before = lastPlan()
  await ask('indexed')
  expect(lastPlan()).toBe(before)
  await ask('walked')
  expect(lastPlan()).toBe(before + 1)
})

it.each([
  [{ type: 'Point', coordinates: [200, 0] }, 'out of bounds'],
  ['over there', "Can't extract geo keys"],
  [{ latitude: 1 }, "Can't extract geo keys"],
])('where there is such an index, %j is no place', async (at, reason) => {
  const { db } = test$
  const refused = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(reason) }
  await expect(db.collection('indexed').add({ _id: 'bad', at })).rejects.toMatchObject(refused)
  await expect(
    db
      .collection('indexed')
      .doc('shop-1')
      .update({ at: db.command.set(at) }),
  ).rejects.toMatchObject(refused)
  expect((await db.collection('indexed').doc('bad').get()).data).toEqual([])
  await db.collection('walked').add({ _id: 'bad', at })
  await db.collection('walked').doc('bad').remove()
})

it('a document that moves is found where it is; inside its transaction at once, outside with the commit', async () => {
  const { db } = test$
  const around = { at: db.command.geoNear({ geometry: point(-70, -33), maxDistance: 1000 }) }
  const found = async (of: Pick<Db, 'collection'>) =>
    (await of.collection('indexed').where(around).get()).data.length
  const transaction = await db.startTransaction()
  await transaction
    .collection('indexed')
    .doc('shop-7')
    .update({ at: point(-70, -33) })
  expect([await found(transaction as never), await found(db)]).toEqual([1, 0])
  await transaction.commit()
  expect(await found(db)).toBe(1)
})

it.each([
  { ...index, fields: ['at', 'open'] },
  { ...index, unique: true },
  { ...index, kind: 'text' },
])('there is no index %j', async (bad) => {
  expect((await define({ name: 'other', indexes: [bad] })).status).toBe(400)
})
