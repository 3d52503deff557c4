import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import postcss, { type ChildNode, type Declaration, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { builtinTemplates } from './builtin-templates'
import type { Dist, Part } from './read-dist'

/** A style sheet per part, and the class prefix that keeps it from leaking; an empty prefix is shared style. */
export interface Styles {
  sheets: Record<string, string>
  scopes: Record<string, string>
}

export function compileStyles(dist: Dist): Styles {
  const sheets: Record<string, string> = { app: compileSheet(dist.root, 'app', '') }
  const scopes: Record<string, string> = {}
  let count = 0
  for (const [id, part] of dist.parts) {
    const scope = isShared(part) ? '' : `s${(count++).toString(36)}`
    scopes[id] = scope
    sheets[id] = compileSheet(dist.root, id, scope)
  }
  return { sheets, scopes }
}

const isShared = ({ json }: Part) => json.styleIsolation === 'shared' || json.styleIsolation === 'page-shared'

function compileSheet(root: string, id: string, scope: string): string {
  const file = join(root, `${id}.wxss`)
  if (!existsSync(file)) return ''
  const sheet = postcss.root({ nodes: [] })
  sheet.append(readWithImports(root, file))
  sheet.walkDecls((declaration) => adaptValue(file, declaration))
  sheet.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = adaptSelector(rule.selector, scope)
  })
  return sheet.toString()
}

function readWithImports(root: string, file: string): ChildNode[] {
  const sheet = postcss.parse(readFileSync(file, 'utf8'), { from: file })
  sheet.walkAtRules('import', (rule) => {
    const named = /['"]([^'"]+)['"]/.exec(rule.params)?.[1] ?? ''
    rule.replaceWith(
      readWithImports(root, named.startsWith('/') ? join(root, named) : resolve(dirname(file), named)),
    )
  })
  return sheet.nodes
}

/**
 * rpx is a 750th of the screen; vh counts the page without WeChat's bars, which in the browser are part of the
 * window. A phone refuses local files in WXSS, so the preview does too.
 */
function adaptValue(file: string, declaration: Declaration): void {
  if (/url\(\s*['"]?(?!data:|https?:|['"])/.test(declaration.value))
    throw new Error(`${file}: a phone shows no local file in WXSS: ${declaration.prop}: ${declaration.value}`)
  if (!/rpx|vh|env\(/.test(declaration.value)) return
  declaration.value = declaration.value
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_whole, amount: string) => `${+(Number(amount) / 7.5).toFixed(5)}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc(var(--vh) * $1)')
    .replace(/(?:env|constant)\(safe-area-inset-(\w+)\)/g, 'var(--safe-$1)')
}

function isKeyframe(rule: Rule): boolean {
  return (
    rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))
  )
}

/** Built-in tags are `wx-…` elements, ids are not real ids because several pages share the document. */
function adaptSelector(selector: string, scope: string): string {
  return selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      if (tag.value === 'page' || tag.value in builtinTemplates) tag.value = `wx-${tag.value}`
    })
    selectors.walkIds((id) => {
      id.replaceWith(attribute('data-wx-id', id.value))
    })
    selectors.walkClasses((each) => {
      if (scope) each.value = `${scope}--${each.value}`
    })
    selectors.walkPseudos((pseudo) => {
      if (pseudo.value === ':host') pseudo.replaceWith(attribute('wx-host', scope))
    })
  }).processSync(selector)
}

const attribute = (name: string, value: string) =>
  selectorParser.attribute({ attribute: name, operator: '=', value, quoteMark: '"', raws: {} })
