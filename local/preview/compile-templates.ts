import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { builtinTemplates } from './builtin-templates'
import type { Dist } from './read-dist'

interface Warning {
  isError: boolean
  level: number
  message: string
  startLine: number
}

/** From this level on the compiler means that the template will not do what it says. */
const seriousLevel = 4

/**
 * Compiles all templates and WXS of a built mini-program in one group, so that imports resolve.
 * Answers with a JavaScript expression; it names `__wxsA`, `__wxsC`, `getRegExp` and `getDate`, which the host gives.
 */
export function compileTemplates(dist: Dist): string {
  const group = new TmplGroup()
  group.setExtraRuntimeScript('Q.A=__wxsA;Q.C=__wxsC;')
  const compiler = { group, root: dist.root, templates: new Set<string>(), scripts: new Set<string>() }
  for (const id of dist.parts.keys()) addTemplate(compiler, id)
  for (const [name, template] of Object.entries(builtinTemplates))
    group.addTmpl(`wxbuiltin/${name}`, template)
  const code = group.getTmplGenObjectGroups()
  group.free()
  return code
}

interface Compiler {
  group: TmplGroup
  root: string
  templates: Set<string>
  scripts: Set<string>
}

function addTemplate(compiler: Compiler, id: string): void {
  if (compiler.templates.has(id)) return
  compiler.templates.add(id)
  const file = join(compiler.root, `${id}.wxml`)
  if (!existsSync(file)) throw new Error(`${file} does not exist`)
  const source = readFileSync(file, 'utf8').replace(
    /(<wxs\b[^>]*>)([\s\S]*?)(<\/wxs>)/g,
    (_whole, open: string, script: string, close: string) => open + adaptWxs(script) + close,
  )
  const warnings = (compiler.group.addTmpl(id, source) ?? []) as Warning[]
  const serious = warnings.find((each) => each.isError || each.level >= seriousLevel)
  if (serious) throw new Error(`${id}.wxml:${serious.startLine}: ${serious.message}`)
  for (const script of compiler.group.getScriptDependencies(id) as string[]) addScript(compiler, script)
  for (const template of compiler.group.getDirectDependencies(id) as string[]) addTemplate(compiler, template)
}

function addScript(compiler: Compiler, id: string): void {
  if (compiler.scripts.has(id)) return
  compiler.scripts.add(id)
  const source = readFileSync(join(compiler.root, `${id}.wxs`), 'utf8')
  compiler.group.addScript(id, adaptWxs(source))
  for (const [, named] of source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g))
    if (named) addScript(compiler, posix.join(posix.dirname(id), named).replace(/\.wxs$/, ''))
}

/**
 * WXS is not JavaScript: `x.constructor` is a string there, `require` names the file with its extension,
 * and a backslash in a `getRegExp` literal needs no second backslash.
 */
function adaptWxs(source: string): string {
  return source
    .replace(/(require\(\s*['"][^'"]+)\.wxs(['"])/g, '$1$2')
    .replace(/\.constructor\b/g, '.constructor.name')
    .replace(/getRegExp\(\s*(['"])((?:(?!\1)[^\\]|\\.)*)\1/g, (_whole, quote: string, body: string) => {
      const doubled = body.replace(/\\([^\\'"nrtbfv0u])/g, '\\\\$1').replace(/\\{4}/g, '\\\\')
      return `getRegExp(${quote}${doubled}${quote}`
    })
}
