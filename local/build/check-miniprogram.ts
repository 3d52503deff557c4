import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'
import compileStyles from 'miniprogram-compiler/src/wcsc'
import { measurePackages, type PackageSize } from './measure-packages'

/** The compilers answer with the whole program as JavaScript, which is larger than a child process may print by default. */
const options = { maxBuffer: 256 * 1024 * 1024 }

/**
 * Lets WeChat's own compilers read the built templates and styles, and weighs the packages.
 * The browser engine accepts what a phone refuses (`a ?? b` in a template), so it cannot replace this.
 */
export function checkMiniprogram(dist: string): PackageSize[] {
  const root = resolve(dist)
  const problems = [compileTemplates(root), compileAllStyles(root)]
  const sizes = measurePackages(root)
  for (const { name, bytes, budget } of sizes)
    if (bytes > budget) problems.push(`${name} weighs ${bytes} bytes, its budget is ${budget}`)
  const found = problems.filter((problem) => problem !== undefined)
  if (found.length > 0) throw new Error(`the mini-program is not ready for WeChat:\n${found.join('\n')}`)
  return sizes
}

function compileTemplates(root: string): string | undefined {
  try {
    wxmlToJs(root, options)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The package's own entry hides a style error behind a TypeError, so its compiler is called directly. */
function compileAllStyles(root: string): string | undefined {
  const files = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.wxss'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).slice(0, -'.wxss'.length))
  const compiled = compileStyles(root, files, options)
  return compiled instanceof Error ? compiled.message : undefined
}
