import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { ThemeName } from './themes'

const ROOT = resolve(__dirname, '../..')

/** The product with one thing wrong in it. Nothing is changed on disk. */
export interface Mutant {
  name: string
  file: string
  /** Stands in the file exactly once. */
  right: string
  wrong: string
  /** Histories within which it must be caught. */
  within: number
  /** What they are about; without it they are about whatever chance says. */
  theme?: ThemeName
  /** It shows at once. */
  plain?: true
}

/** The text of its file with the fault in it. */
export function spoilt({ name, file, right, wrong }: Mutant): string {
  const parts = readFileSync(join(ROOT, file), 'utf8').split(right)
  if (parts.length !== 2) throw new Error(`mutant "${name}": ${file} does not hold its place once`)
  return parts.join(wrong)
}

const spoil = (mutant: Mutant): Plugin => ({
  name: 'spoil',
  setup({ onLoad }) {
    const path = join(ROOT, mutant.file)
    onLoad({ filter: /\.ts$/ }, (args) =>
      args.path === path ? { contents: spoilt(mutant), loader: 'ts' } : undefined,
    )
  },
})

/** Everything a worker runs, in one file; with a mutant, of a product that is broken. */
export async function bundle(mutant?: Mutant): Promise<string> {
  const name = mutant === undefined ? 'product' : mutant.name.replaceAll(/\W+/g, '-')
  const outfile = join(ROOT, '.cache/simulation', `${name}-${process.pid}.js`)
  await build({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Native, and nothing of it is asked: the simulation keeps its database in memory.
    external: ['classic-level'],
    logLevel: 'warning',
    plugins: mutant === undefined ? [] : [spoil(mutant)],
  })
  return outfile
}
