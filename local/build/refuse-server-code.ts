import { resolve, sep } from 'node:path'
import type { Metafile } from 'esbuild'

const serverPackages = ['zod', '@cloudbase', 'wx-server-sdk']

/**
 * Only types cross from the server into the mini-program. A runtime import would compile without a word,
 * weigh hundreds of kilobytes and fail on the phone, so the build refuses it and names the file that imports it.
 */
export function refuseServerCode(metafile: Metafile, root: string, nodeModules: string): void {
  for (const [importer, { imports }] of Object.entries(metafile.inputs)) {
    if (whyRefused(resolve(importer), root, nodeModules)) continue
    for (const { path } of imports) {
      const reason = whyRefused(resolve(path), root, nodeModules)
      if (reason)
        throw new Error(`${importer} imports ${path}, which may not be in the mini-program: ${reason}`)
    }
  }
}

function whyRefused(file: string, root: string, nodeModules: string): string | undefined {
  if (file.startsWith(nodeModules + sep)) {
    const name = serverPackages.find((each) => file.startsWith(`${nodeModules}${sep}${each}${sep}`))
    return name && `${name} belongs to the server`
  }
  return file.startsWith(root + sep) ? undefined : 'it lies outside of it, use `import type`'
}
