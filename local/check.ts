import { spawn } from 'node:child_process'

/** `npm run check`: everything that can be proved without running the product, side by side. */
const checks: Record<string, string[]> = {
  types: ['tsc', '-b'],
  'format and lint': ['biome', 'check', '--error-on-warnings', '.'],
  layers: ['depcruise', '--output-type', 'err', 'core', 'cloudfunctions', 'miniprogram', 'local', 'tests'],
  'dead code': ['knip', '--no-progress'],
  "WeChat's compilers and sizes": ['tsx', 'local/build/build.ts'],
}

interface Outcome {
  ok: boolean
  output: string
}

function run([command = '', ...args]: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, args)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString().trim() }),
    )
  })
}

async function main() {
  const started = performance.now()
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, command]) => {
      const outcome = await run(command)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${outcome.ok ? '✓' : '✗'} ${name} (${seconds} s)`)
      if (!outcome.ok) console.log(outcome.output)
      return outcome.ok
    }),
  )
  process.exitCode = outcomes.every(Boolean) ? 0 : 1
}

main().catch((error: Error) => {
  console.error(error)
  process.exit(1)
})
