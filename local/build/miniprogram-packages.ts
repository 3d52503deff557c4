import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { findNpmHome } from './resolve-component'

const isFile = (path: string) => existsSync(path) && statSync(path).isFile()
const firstFile = (path: string) => [`${path}.js`, join(path, 'index.js'), path].find(isFile)

/**
 * Bare imports as WeChat resolves them. A component package may ship its own dependencies in a nested
 * `miniprogram_npm` (TDesign does so with the ES module build of tslib, which shakes to a tenth of ours),
 * and a script imported from such a package lies in its `miniprogram` folder.
 */
export function preferMiniprogramPackages(nodeModules: string): Plugin {
  return {
    name: 'prefer-miniprogram-packages',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined
        const found = findNested(path, importer, nodeModules) ?? findInPackage(path, nodeModules)
        return found ? { path: found } : undefined
      })
    },
  }
}

function findNested(path: string, importer: string, nodeModules: string): string | undefined {
  if (!importer.startsWith(nodeModules)) return undefined
  for (let folder = dirname(importer); folder !== nodeModules; folder = dirname(folder)) {
    const found = firstFile(join(folder, 'miniprogram_npm', path))
    if (found) return found
  }
  return undefined
}

function findInPackage(path: string, nodeModules: string): string | undefined {
  const found = findNpmHome(nodeModules, path)
  return found && firstFile(join(found.npm.base, found.inner))
}
