import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
import type { ComponentJson, Graph, Part } from './component-graph'
import { findNpmHome } from './resolve-component'

const icons = readFileSync(join(__dirname, 'td-icons.css'), 'utf8')

/** What a template, a style or a WXS module names in turn. */
const references: Record<string, RegExp> = {
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\ssrc=["']([^"']+)["']/g,
  '.wxss': /@import\s*["']([^"']+)["']/g,
  '.wxs': /require\(\s*["']([^"']+)["']\s*\)/g,
}
const assetKinds = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg'])
const appFiles = ['sitemap.json', 'theme.json']

/** Copies what is not script: templates, styles and WXS with everything they name, configuration, images. */
export function copyStatic(graph: Graph, out: string): void {
  const copy = copyClosures(graph, out)
  copy(join(graph.root, 'app.wxss'), join(out, 'app.wxss'))
  writeJson(join(out, 'app.json'), rewriteUses(graph.app, graph.appUses))
  for (const part of graph.parts.values()) {
    for (const kind of ['.wxml', '.wxss']) copy(part.source + kind, join(out, part.placed + kind))
    writeJson(join(out, `${part.placed}.json`), rewriteUses(part.json, part.uses))
  }
  for (const name of appFiles)
    if (existsSync(join(graph.root, name))) copyFileSync(join(graph.root, name), join(out, name))
  for (const asset of findAssets(graph.root)) {
    const to = join(out, relative(graph.root, asset))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(asset, to)
  }
}

/** Components move at the build, so every reference is written from the root. */
function rewriteUses<T extends ComponentJson>(json: T, uses: Map<string, Part>): T {
  if (uses.size === 0) return json
  return {
    ...json,
    usingComponents: Object.fromEntries([...uses].map(([tag, part]) => [tag, `/${part.placed}`])),
  }
}

function copyClosures(graph: Graph, out: string) {
  const done = new Set<string>()
  const copy = (from: string, to: string): void => {
    if (done.has(to) || !existsSync(from)) return
    done.add(to)
    const text = withoutIconFont(from, readFileSync(from, 'utf8'))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, text)
    for (const [, named] of text.matchAll(references[extname(from)] ?? /$^/g)) {
      if (!named) continue
      const source = named.startsWith('/') ? sourceOf(graph, named) : resolve(dirname(from), named)
      if (!existsSync(source)) throw new Error(`${from}: "${named}" does not exist`)
      copy(source, named.startsWith('/') ? join(out, named) : resolve(dirname(to), named))
    }
  }
  return copy
}

function sourceOf(graph: Graph, absolute: string): string {
  if (!absolute.startsWith('/miniprogram_npm/')) return join(graph.root, absolute)
  const found = findNpmHome(graph.nodeModules, absolute.slice('/miniprogram_npm/'.length))
  if (!found) throw new Error(`cannot find "${absolute}"`)
  return join(found.npm.base, found.inner)
}

/** TDesign's icon font is 110 KB of style and a download from a CDN; ours are masks that travel with the app. */
function withoutIconFont(from: string, text: string): string {
  if (!from.endsWith('/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss')) return text
  const [imports] = /^@import[^;]+;/.exec(text) ?? ['']
  return `${imports}\n${icons}`
}

function findAssets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && assetKinds.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
}

function writeJson(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(value))
}
