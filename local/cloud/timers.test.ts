import { setTimeout as wait } from 'node:timers/promises'
import { startTestCloud, type TestCloud } from './testing/start-test-cloud'

let test$: TestCloud
beforeAll(async () => {
  const timer = (config: string) => [{ name: 'tick', type: 'timer', config }]
  test$ = await startTestCloud({
    autoTimers: true,
    config: {
      envId: 'env-1',
      functions: [
        { name: 'either', triggers: timer('0 0 4 15 * 1 *') },
        { name: 'yearly', triggers: timer('30 0 0 1 1 * 2031-2032') },
      ],
    },
  })
  for (const name of ['either', 'yearly'])
    await test$.writeFunction(name, 'exports.main = async ({ Time }) => { console.log(Time) }')
})
afterAll(() => test$.stop())

const firings = (name: string) => test$.lines.filter(({ source }) => source === name).map(({ text }) => text)

/** The clock stands still at one instant, then at another: what fired on the way. */
async function pass(name: string, [from, to]: [string, string]) {
  const stand = async (instant: string) => {
    test$.cloud.clock.set(Date.parse(instant), true)
    await wait(700)
  }
  // On the way to the first instant anything may be due.
  await stand(from)
  test$.lines.length = 0
  await stand(to)
  return firings(name)
}

test.each<[string, [string, string], number]>([
  ['a Monday that is no 15th', ['2026-01-11T19:59:59Z', '2026-01-11T20:00:01Z'], 1],
  ['a 15th that is no Monday', ['2026-01-14T19:59:59Z', '2026-01-14T20:00:01Z'], 1],
  ['neither', ['2026-01-13T19:59:59Z', '2026-01-13T20:00:01Z'], 0],
  ['a second too early', ['2026-01-11T19:59:58Z', '2026-01-11T19:59:59Z'], 0],
  ['a month passed at once', ['2026-02-01T21:00:00Z', '2026-03-10T21:00:00Z'], 1],
])('day and weekday are two ways to be due, at four in Shanghai: %s', async (_name, instants, count) => {
  expect(await pass('either', instants)).toHaveLength(count)
})

test.each<[string, [string, string], number]>([
  ['the year named first', ['2030-12-31T16:00:29Z', '2030-12-31T16:00:31Z'], 1],
  ['a year not named', ['2032-12-31T16:00:29Z', '2032-12-31T16:00:31Z'], 0],
])('the seventh field is the year: %s', async (_name, instants, count) => {
  expect(await pass('yearly', instants)).toHaveLength(count)
})
