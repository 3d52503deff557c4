import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** An npm package that carries mini-program components: its name and the folder its `miniprogram` field names. */
export interface NpmHome {
  name: string
  base: string
}

/** Splits `@scope/name/inner/path` and finds the package's mini-program folder, if it is installed. */
export function findNpmHome(
  nodeModules: string,
  reference: string,
): { npm: NpmHome; inner: string } | undefined {
  const [, name, inner] = /^((?:@[^/]+\/)?[^/.][^/]*)\/(.+)$/.exec(reference) ?? []
  if (!name || !inner) return undefined
  const manifest = join(nodeModules, name, 'package.json')
  if (!existsSync(manifest)) return undefined
  const { miniprogram } = JSON.parse(readFileSync(manifest, 'utf8')) as { miniprogram?: string }
  if (!miniprogram) return undefined
  return { npm: { name, base: join(nodeModules, name, miniprogram) }, inner }
}

/** A component named by a component of an npm package: always relative to it. */
export function resolveComponent(npm: NpmHome, from: string, reference: string) {
  if (!reference.startsWith('.') && !existsSync(`${resolve(dirname(from), reference)}.json`))
    throw new Error(`${from}.json: "${reference}" is not inside ${npm.name}`)
  return { source: resolve(dirname(from), reference), npm }
}

/** A component named by our own page: absolute from the project's root, relative, or a bare npm name. */
export function resolveInProject(root: string, nodeModules: string, from: string, reference: string) {
  if (reference.startsWith('/')) return { source: join(root, reference), npm: undefined }
  const near = resolve(dirname(from), reference)
  if (reference.startsWith('.') || existsSync(`${near}.json`)) return { source: near, npm: undefined }
  const found = findNpmHome(nodeModules, reference)
  if (!found) throw new Error(`${from}.json: cannot find the component "${reference}"`)
  return { source: join(found.npm.base, found.inner), npm: found.npm }
}
