import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { builtinTemplates } from './builtin-templates'
import { compileStyles } from './compile-styles'
import { compileTemplates } from './compile-templates'
import { hiddenGlobals } from './hidden-globals'
import { readDist } from './read-dist'

/** What a mini-program's module is given by WeChat. */
const given = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
]

/**
 * One script for the browser: configuration, templates, styles, and every built module byte for byte, each in a
 * function whose parameters give it what WeChat gives and take away what only a browser has.
 */
export function bundleApp(miniprogram: string): string {
  const dist = readDist(miniprogram)
  const { sheets, scopes } = compileStyles(dist)
  const parts = Object.fromEntries(
    [...dist.parts].map(([id, part]) => [id, { ...part, scope: scopes[id] ?? '' }]),
  )
  return `window.__miniprogram = {
app: ${JSON.stringify(dist.app)},
pages: ${JSON.stringify(dist.pages)},
parts: ${JSON.stringify(parts)},
builtins: ${JSON.stringify(Object.keys(builtinTemplates))},
styles: ${JSON.stringify(sheets)},
templates: function (__wxsA, __wxsC, getRegExp, getDate) { return (${compileTemplates(dist)}) },
given: ${JSON.stringify(given)},
modules: {
${readModules(miniprogram).join(',\n')}
}}`
}

function readModules(root: string): string[] {
  const parameters = [...given, ...hiddenGlobals].join(', ')
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => {
      const name = relative(root, file)
      return `${JSON.stringify(name)}: function (${parameters}) {\n${readFileSync(file, 'utf8')}\n}`
    })
}
