import { buildAll, dist } from '../../local/build/build-all'
import { measurePackages } from '../../local/build/measure-packages'
import { openProduct } from '../open-product'
import { countProcedures } from './count-procedures'

/** `npm run bench`: what each question costs in calls of the cloud, and what a phone has to download. */
async function main() {
  const json = process.argv.includes('--json')
  await buildAll()
  const product = await openProduct()
  const procedures = await countProcedures(product)
  await product.close()
  const packages = measurePackages(dist.miniprogram)
  if (json) {
    console.log(JSON.stringify({ procedures, packages }))
    return
  }
  const columns = procedures.map(({ procedure, calls, depth, commitDepth, callsToCommit }) => ({
    procedure,
    calls,
    depth,
    'commit depth': commitDepth ?? '',
    'calls to commit': callsToCommit ?? '',
  }))
  printTable(columns)
  printTable(packages.map(({ name, bytes, budget }) => ({ package: name, bytes, budget })))
}

function printTable(rows: Record<string, string | number>[]): void {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))]
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const print = (line: string[]) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  console.log(`\n${lines.map(print).join('\n')}`)
}

main().catch((error: Error) => {
  console.error(error.stack)
  process.exit(1)
})
