import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll, dist } from '../../local/build/build-all'
import { buildFunctions } from '../../local/build/build-functions'
import type { Lived } from './jobs/live-days'
import { loadJobs } from './jobs/load-jobs'
import { type Load, load } from './load'

/**
 * `npm run load -- --members 10000 --minutes 30 [--faults] [--seed 1] [--abreast 12] [--json]`: an evening.
 * `npm run load -- --jobs 20000 [--days 39] [--seed 1] [--json]`: the timer alone, killed again and again.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '10' },
    faults: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    abreast: { type: 'string', default: '12' },
    jobs: { type: 'string' },
    days: { type: 'string', default: '39' },
    json: { type: 'boolean', default: false },
  },
})

const number = (text: string) => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no number above 0`)
  return value
}

async function main() {
  if (values.jobs !== undefined) return timer(number(values.jobs))
  await buildAll()
  const outcome = await load({
    members: number(values.members),
    minutes: number(values.minutes),
    faults: values.faults,
    seed: number(values.seed),
    abreast: number(values.abreast),
    onProgress: ({ questions, answered }, second) =>
      console.error(`${(second / 60).toFixed(1)} min of the house: ${answered} of ${questions} answered`),
  })
  if (values.json) console.log(JSON.stringify(outcome))
  else print(outcome)
  process.exitCode = outcome.problems.length === 0 && outcome.memory.flat ? 0 : 1
}

async function timer(members: number) {
  await buildFunctions({ root: resolve(__dirname, '../../cloudfunctions'), out: dist.functions })
  const onDay = (day: string, { calls, killed }: Lived) =>
    console.error(`${day}: ${calls} calls so far, killed ${killed} times`)
  const { problems, ...outcome } = await loadJobs({
    members,
    days: number(values.days),
    seed: number(values.seed),
    onDay,
  })
  if (values.json) console.log(JSON.stringify({ ...outcome, problems: problems.length }))
  else
    for (const [name, value] of Object.entries(outcome)) console.log(name.padEnd(18), JSON.stringify(value))
  for (const problem of problems.slice(0, 20)) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}

function print({ problems, memory, ...outcome }: Load): void {
  for (const [name, value] of Object.entries(outcome)) console.log(name.padEnd(14), JSON.stringify(value))
  const { warm, end, flat, bytesPerDocument, cloudSlope, workerSlope } = memory
  const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`
  console.log(
    'memory'.padEnd(14),
    `${flat ? 'flat' : 'NOT FLAT'}: cloud held ${mib(warm.cloudHeld)} → ${mib(end.cloudHeld)} for ${warm.documents} → ${end.documents} documents`,
    `(${bytesPerDocument} bytes each), resident ${mib(warm.cloudRss)} → ${mib(end.cloudRss)} (${mib(cloudSlope)} per 1000 answers);`,
    `${end.workers} workers, mean ${mib(warm.workerRss)} → ${mib(end.workerRss)} (${mib(workerSlope)} per 1000 answers)`,
  )
  console.log('problems'.padEnd(14), problems.length)
  for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`)
}

main().catch((error: Error) => {
  console.error(error)
  process.exit(1)
})
