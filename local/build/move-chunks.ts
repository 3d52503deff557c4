import { posix } from 'node:path'
import type { Metafile } from 'esbuild'
import { packageOf } from './component-graph'

/** Decides for every chunk where it lives: beside the only sub-package that needs it, or in the main package. */
export function moveChunks(outputs: Metafile['outputs'], subRoots: string[]): Map<string, string> {
  const users = new Map<string, Set<string>>()
  for (const [name, output] of Object.entries(outputs))
    if (output.entryPoint) noteUser(outputs, name, packageOf(subRoots, name), users)
  const moved = new Map<string, string>()
  for (const [name, output] of Object.entries(outputs)) {
    const [only, ...others] = users.get(name) ?? []
    if (!output.entryPoint && only && others.length === 0) moved.set(name, posix.join(only, name))
  }
  return moved
}

function noteUser(
  outputs: Metafile['outputs'],
  entry: string,
  user: string,
  users: Map<string, Set<string>>,
) {
  const waiting = [entry]
  const seen = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    users.set(name, (users.get(name) ?? new Set()).add(user))
    waiting.push(...(outputs[name]?.imports ?? []).filter((each) => !each.external).map((each) => each.path))
  }
}

/** Imports between outputs are relative: after a chunk has moved they are counted from the new places. */
export function rewriteImports(code: string, name: string, moved: Map<string, string>): string {
  const here = posix.dirname(moved.get(name) ?? name)
  return code.replace(
    /((?:from|import)\s*)"(\.{1,2}\/[^"]+\.js)"/g,
    (_whole, before: string, path: string) => {
      const target = posix.join(posix.dirname(name), path)
      const there = posix.relative(here, moved.get(target) ?? target)
      return `${before}"${there.startsWith('.') ? there : `./${there}`}"`
    },
  )
}
