import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { bundle } from './bundle'
import { Crew } from './crew'
import { prove } from './prove'
import { summary, type Tally } from './tally'
import { type ThemeName, themes } from './themes'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    crashes: { type: 'boolean', default: false },
    prove: { type: 'boolean', default: false },
    fault: { type: 'string', default: '' },
    only: { type: 'string' },
    schedule: { type: 'string', default: '0' },
    theme: { type: 'string' },
  },
})

const theme = Object.keys(themes).find((name): name is ThemeName => name === values.theme)
if (values.theme !== undefined && theme === undefined)
  throw new Error(`--theme is one of ${Object.keys(themes).join(', ')}`)
const about = theme === undefined ? {} : { theme }
const aboutAgain = theme === undefined ? '' : ` --theme ${theme}`

/** `npm run sim`: histories by the thousand, every place to die, or the proof that faults are found. */
async function main(): Promise<boolean> {
  const workers = Number(values.workers)
  if (values.prove) return prove(workers, values.fault, console.log)
  const crew = new Crew(await bundle(), workers)
  try {
    if (values.trace) return await showTrace(crew)
    if (values.crashes) return await showCrashes(crew)
    return await showHistories(crew)
  } finally {
    await crew.dismiss()
  }
}

async function showHistories(crew: Crew): Promise<boolean> {
  const started = performance.now()
  const tally = await crew.histories(Number(values.from), Number(values.seeds), about)
  const seconds = (performance.now() - started) / 1000
  const figures = { ...summary(tally, seconds), seconds: Math.round(seconds), workers: crew.size }
  console.log(values.json ? JSON.stringify(figures) : { ...figures, kinds: tally.faults })
  for (const failure of tally.failures.slice(0, 10)) explain(failure)
  const [first] = tally.failures
  if (first !== undefined) await showShortest(crew, first.seed)
  return tally.failures.length === 0
}

function explain({ seed, violations }: Tally['failures'][number]) {
  console.error(`seed ${seed}: ${violations[0]}`)
  console.error(`  again: npm run sim -- --seeds 1 --from ${seed}${aboutAgain} --trace`)
}

async function showShortest(crew: Crew, seed: number) {
  const { only, schedule, violation, items } = await crew.shrink(seed, theme)
  console.error(`shortest: ${only.length} of its ${items} things are enough for ${violation}`)
  console.error(
    `  npm run sim -- --seeds 1 --from ${seed}${aboutAgain} --only ${only.join(',')} --schedule ${schedule} --trace`,
  )
}

async function showTrace(crew: Crew): Promise<boolean> {
  const { lines, violations } = await crew.trace({
    ...about,
    seed: Number(values.from),
    schedule: Number(values.schedule),
    ...(values.only === undefined ? {} : { only: values.only.split(',').map(Number) }),
  })
  for (const line of lines) console.log(line)
  for (const violation of violations) console.error(violation)
  return violations.length === 0
}

async function showCrashes(crew: Crew): Promise<boolean> {
  const { places, failures } = await crew.crashes()
  console.log(places)
  for (const failure of failures) console.error(failure)
  return failures.length === 0
}

main().then(
  (sound) => {
    process.exitCode = sound ? 0 : 1
  },
  (error: Error) => {
    console.error(error)
    process.exitCode = 1
  },
)
