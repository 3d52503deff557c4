import { startTestCloud } from '../testing/start-test-cloud'

const refused = { code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' }

it.each([
  [{}, 20],
  [{ databaseConnections: 3 }, 3],
])(
  'with the limits %j the database works on %i calls at the same time and refuses one more',
  async (limits, most) => {
    const { cloud, db, stop } = await startTestCloud({ limits })
    await db.createCollection('c')
    await db.collection('c').add({ _id: 'one', n: 0 })
    cloud.faults.set([{ fault: 'slow', ms: 1500, action: 'database.getDocument' }])
    const held = Array.from({ length: most }, () => db.collection('c').doc('one').get())
    await new Promise((resume) => setTimeout(resume, 700))
    await expect(db.collection('c').where({ n: 0 }).count()).rejects.toMatchObject(refused)
    expect((await Promise.all(held)).map(({ data }) => data.length)).toEqual(held.map(() => 1))
    expect((await db.collection('c').where({ n: 0 }).count()).total).toBe(1)
    await stop()
  },
)
