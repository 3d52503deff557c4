import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, relative, resolve } from 'node:path'
import type { Simulated, Simulator } from './miniprogram-simulate'

const root = resolve(__dirname, '..')
const source = join(root, 'miniprogram')
/** Each test file has a folder of its own, for as long as it runs. */
const compiled = mkdtempSync(join(tmpdir(), 'components-'))
afterAll(() => rmSync(compiled, { recursive: true }))

interface Manifest {
  component?: boolean
  usingComponents?: Record<string, string>
}

let simulator: Simulator | undefined
/** A component registers itself when it is first required, so it is loaded once. */
const loaded = new Map<string, string>()

/**
 * Renders one of our components, and those of ours that it uses, from WeChat's own compiler. `path` is counted
 * from the mini-program's root: `components/count-up/count-up`. Needs the jsdom environment.
 */
export function renderComponent(path: string, properties: object = {}): Simulated {
  simulator ??= openSimulator()
  const id =
    loaded.get(path) ?? simulator.load(join(compiled, path), { compiler: 'official', rootPath: compiled })
  loaded.set(path, id)
  const component = simulator.render(id, properties)
  component.attach(document.createElement('div'))
  return component
}

/** WeChat's compiler takes a folder as a whole, once in a realm: all components are compiled before the first is loaded. */
function openSimulator(): Simulator {
  const paths = findComponents()
  const entries = paths.map((path) => `${join(source, path)}.ts`)
  const bundle = [
    '--bundle',
    '--format=cjs',
    '--target=es2018',
    `--outbase=${source}`,
    `--outdir=${compiled}`,
  ]
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [...entries, ...bundle, '--log-level=error'])
  for (const path of paths) copyStatic(path)
  return jest.requireActual<Simulator>('miniprogram-simulate')
}

function findComponents(): string[] {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.json'))
    .map((file) => relative(source, join(file.parentPath, file.name)).slice(0, -'.json'.length))
    .filter((path) => readManifest(path).component === true)
}

/** Components of packages are left out: a test is about ours. */
function copyStatic(path: string): void {
  const json = readManifest(path)
  const ours = Object.entries(json.usingComponents ?? {}).filter(([, used]) => /^[./]/.test(used))
  const usingComponents = Object.fromEntries(ours.map(([tag, used]) => [tag, `/${placeOf(path, used)}`]))
  mkdirSync(dirname(join(compiled, path)), { recursive: true })
  copyFileSync(`${join(source, path)}.wxml`, `${join(compiled, path)}.wxml`)
  writeFileSync(`${join(compiled, path)}.json`, JSON.stringify({ ...json, usingComponents }))
}

const readManifest = (path: string) =>
  JSON.parse(readFileSync(`${join(source, path)}.json`, 'utf8')) as Manifest

const placeOf = (path: string, used: string) =>
  used.startsWith('/') ? used.slice(1) : posix.join(posix.dirname(path), used)
