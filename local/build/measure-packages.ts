import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type AppJson, packageOf, subPackagesOf } from './component-graph'

const KB = 1024
const budgets = { main: 600 * KB, subPackage: 400 * KB, total: 2 * 1024 * KB }

export interface PackageSize {
  name: string
  bytes: number
  budget: number
}

/** Adds up what each package weighs, the main package first and the total last. */
export function measurePackages(dist: string): PackageSize[] {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson
  const roots = subPackagesOf(app).map((each) => each.root)
  const sizes = new Map<string, number>(['', ...roots].map((root) => [root, 0]))
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const owner = packageOf(roots, relative(dist, file))
    sizes.set(owner, (sizes.get(owner) ?? 0) + statSync(file).size)
  }
  const packages = [...sizes].map(([root, bytes]) => ({
    name: root || 'main package',
    bytes,
    budget: root ? budgets.subPackage : budgets.main,
  }))
  const total = packages.reduce((sum, each) => sum + each.bytes, 0)
  return [...packages, { name: 'total', bytes: total, budget: budgets.total }]
}

export function printSizes(sizes: PackageSize[]): string {
  const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`.padStart(10)
  return sizes.map(({ name, bytes, budget }) => `${name.padEnd(24)}${kb(bytes)} of${kb(budget)}`).join('\n')
}
