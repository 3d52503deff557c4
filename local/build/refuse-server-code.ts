import { resolve, sep } from 'node:path'
import type { Metafile } from 'esbuild'

const serverPackages = ['zod', '@cloudbase', 'wx-server-sdk']

/**
 * Only types cross from the server into the mini-program. A runtime import would compile without a word,
 * weigh hundreds of kilobytes and fail on the phone, so the build refuses it and names who imports it.
 */
export function refuseServerCode(metafile: Metafile, root: string, nodeModules: string): void {
  for (const input of Object.keys(metafile.inputs)) {
    const reason = whyRefused(resolve(input), root, nodeModules)
    if (reason)
      throw new Error(
        `${input} may not be in the mini-program: ${reason}; imported by ${importers(metafile, input)}`,
      )
  }
}

function whyRefused(file: string, root: string, nodeModules: string): string | undefined {
  if (file.startsWith(nodeModules + sep)) {
    const name = serverPackages.find((each) => file.startsWith(`${nodeModules}${sep}${each}${sep}`))
    return name && `${name} belongs to the server`
  }
  return file.startsWith(root + sep) ? undefined : 'it lies outside the mini-program, use `import type`'
}

function importers(metafile: Metafile, input: string): string {
  return Object.entries(metafile.inputs)
    .filter(([, { imports }]) => imports.some((each) => each.path === input))
    .map(([path]) => path)
    .join(', ')
}
