import { contract } from '../../core/contract'
import { bundle, spoilt } from './bundle'
import { Crew } from './crew'
import { mutants } from './mutants'
import { catchMutant } from './prove'
import type { Tally } from './tally'

const WORKERS = 2
const HISTORIES = 1000

let crew: Crew
let tally: Tally
beforeAll(async () => {
  crew = new Crew(await bundle(), WORKERS)
  tally = await crew.histories(1, HISTORIES)
}, 900_000)
afterAll(() => crew.dismiss())

test('a thousand histories of everybody at once, with faults, break no rule', () => {
  expect(tally.failures).toEqual([])
  expect(tally.operations).toBeGreaterThan(20 * HISTORIES)
})

const everything = [
  ...Object.entries(contract).flatMap(([name, procedures]) =>
    Object.keys(procedures).map((procedure) => `${name}.${procedure}`),
  ),
  'pos.orders',
  'jobs.tick',
]

test.each(everything)('a command that is not asked in them fails here: %s', (asked) => {
  const answers = Object.keys(tally.answers).filter((answer) => answer.startsWith(`${asked} `))
  expect(answers).not.toEqual([])
})

test('whatever is asked and fails at any call is whole or has not happened', async () => {
  const { failures, places } = await crew.crashes()
  expect(failures).toEqual([])
  expect(Object.values(places).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(1000)
}, 900_000)

test('a history is told the same way twice', async () => {
  const [once, twice] = [await crew.trace({ seed: 7 }), await crew.trace({ seed: 7 })]
  expect(once.lines.length).toBeGreaterThan(100)
  expect(twice).toEqual(once)
})

test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
  'the fault can still be put into the product: %s',
  (_name, mutant) => {
    expect(spoilt(mutant)).toContain(mutant.wrong)
  },
)

/** Those that show at once; `npm run sim -- --prove` takes the time for all of them. */
test.each(mutants.filter(({ plain }) => plain).map((mutant) => [mutant.name, mutant] as const))(
  'a product that is broken is seen to be: %s',
  async (_name, mutant) => {
    expect(await catchMutant(mutant, 1, crew)).not.toBeNull()
  },
)
