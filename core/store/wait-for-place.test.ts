import { waitForPlace } from './wait-for-place'

const noPlace = Object.assign(new Error('no place'), { code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' })
const broken = Object.assign(new Error('broken'), { code: 'ECONNRESET' })

/** A call that fails so many times before it answers, and what is slept while it is asked with patience. */
function failing(times: number, error: unknown, { chance = 0, tries = 7 } = {}) {
  const asked = { times: 0, slept: [] as number[] }
  const sleep = async (ms: number) => void asked.slept.push(ms)
  const call = async () => {
    asked.times += 1
    if (asked.times <= times) throw error
    return 'yes'
  }
  return { asked, ask: () => waitForPlace({ sleep, chance: () => chance, tries })(call) }
}

test.each([
  [0, 0, []],
  [1, 0, [10]],
  [6, 0, [10, 20, 40, 80, 160, 320]],
  [6, 1, [20, 40, 80, 160, 320, 640]],
])(
  'a call for which there is %i times no place waits twice as long each time',
  async (times, chance, slept) => {
    const { ask, asked } = failing(times, noPlace, { chance })
    expect(await ask()).toBe('yes')
    expect(asked).toEqual({ times: times + 1, slept })
  },
)

test.each([1, 3, 7])('a call for which there is never a place says so after %i tries', async (tries) => {
  const { ask, asked } = failing(10, noPlace, { tries })
  await expect(ask()).rejects.toBe(noPlace)
  expect(asked.times).toBe(tries)
})

test.each([[broken], [new Error('no code')], ['a word'], [null]])(
  'what failed otherwise may have been done, and is not asked again: %s',
  async (error) => {
    const { ask, asked } = failing(1, error)
    await expect(ask()).rejects.toBe(error)
    expect(asked).toEqual({ times: 1, slept: [] })
  },
)
