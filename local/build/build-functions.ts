import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles every folder of `root` that has an index.ts into `out/<name>/index.js`, the SDK included. */
export async function buildFunctions({ root, out }: { root: string; out: string }): Promise<string[]> {
  const names = readdirSync(root).filter((name) => existsSync(join(root, name, 'index.ts')))
  rmSync(out, { recursive: true, force: true })
  await build({
    entryPoints: names.map((name) => ({ in: join(root, name, 'index.ts'), out: join(name, 'index') })),
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'silent',
  })
  for (const name of names) {
    writeManifest(join(out, name), name)
    copyPermissions(join(root, name), join(out, name))
  }
  return names
}

/** CloudBase reads the entry from package.json; nothing is installed there because everything is in the bundle. */
function writeManifest(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
}

/** What a function may ask of WeChat is declared beside its code. */
function copyPermissions(from: string, to: string): void {
  const file = 'config.json'
  if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file))
}
