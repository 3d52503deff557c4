import { resolve } from 'node:path'
import { dist } from '../build/build-all'
import { buildFunctions } from '../build/build-functions'
import { BadInput } from './bad-input'
import { jsonOf, textOf } from './print-summary'
import { readOptions } from './read-options'
import { readScript, replay } from './replay'
import { showProgress } from './show-progress'

const MOST_PROBLEMS = 20

/** `npm run replay`: the receipts of a directory happen again, each at its time, and are added up. */
async function main() {
  const options = readOptions(process.argv.slice(2))
  const dataDir = process.env.DATA_DIR || `.data/replay-${options.program.name}`
  const script = readScript(options, dataDir)
  for (const note of script.notes) console.error(note)

  await buildFunctions({ root: resolve(__dirname, '../../cloudfunctions'), out: dist.functions })
  const outcome = await replay(script, showProgress)
  const { problems } = outcome.stock
  for (const problem of problems.slice(0, MOST_PROBLEMS)) console.error(problem)
  if (options.json) console.log(JSON.stringify(jsonOf(outcome)))
  else console.log(`\n${textOf(outcome)}\n\nLook around: DATA_DIR=${dataDir} npm start`)
  if (problems.length > 0) process.exitCode = 1
}

main().catch((error: Error) => {
  console.error(error instanceof BadInput ? error.message : error.stack)
  process.exit(error instanceof BadInput ? 2 : 1)
})
