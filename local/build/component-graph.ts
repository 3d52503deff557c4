import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NpmHome, resolveComponent, resolveInProject } from './resolve-component'

export interface ComponentJson {
  component?: boolean
  usingComponents?: Record<string, string>
}
export interface AppJson extends ComponentJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}

/** A page or a component. `source` and `placed` are paths without extension: where it is read, where it is written. */
export interface Part {
  source: string
  placed: string
  page: boolean
  json: ComponentJson
  npm: NpmHome | undefined
  uses: Map<string, Part>
  packages: Set<string>
}
export interface Graph {
  root: string
  nodeModules: string
  app: AppJson
  appUses: Map<string, Part>
  subRoots: string[]
  parts: Map<string, Part>
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** The roots of the sub-packages, without a slash at the end. The main package has the empty root. */
export function subPackagesOf(app: AppJson): { root: string; pages: string[] }[] {
  return (app.subPackages ?? app.subpackages ?? []).map((each) => ({
    ...each,
    root: each.root.replace(/\/$/, ''),
  }))
}

/** Which sub-package a built file belongs to; the empty string is the main package. */
export function packageOf(subRoots: string[], file: string): string {
  return subRoots.find((root) => file.startsWith(`${root}/`)) ?? ''
}

/** Follows app.json to its pages and from there every `usingComponents`, into npm packages too. */
export function walkComponents(root: string, nodeModules: string): Graph {
  const app = readJson<AppJson>(join(root, 'app.json'))
  const subPackages = subPackagesOf(app)
  const graph: Graph = {
    root,
    nodeModules,
    app,
    appUses: new Map(),
    subRoots: subPackages.map((each) => each.root),
    parts: new Map(),
  }
  for (const page of app.pages) visit(graph, { source: join(root, page), npm: undefined }, '', true)
  for (const { root: subRoot, pages } of subPackages)
    for (const page of pages)
      visit(graph, { source: join(root, subRoot, page), npm: undefined }, subRoot, true)
  graph.appUses = visitUsed(graph, join(root, 'app'), undefined, app, '')
  for (const part of graph.parts.values()) part.placed = place(graph, part)
  return graph
}

type Found = { source: string; npm: NpmHome | undefined }

function visit(graph: Graph, found: Found, user: string, page: boolean): Part {
  const known = graph.parts.get(found.source)
  if (known?.packages.has(user)) return known
  const part = known ?? readPart(found, page)
  graph.parts.set(part.source, part)
  part.packages.add(user)
  part.uses = visitUsed(graph, part.source, part.npm, part.json, user)
  return part
}

function visitUsed(graph: Graph, from: string, npm: NpmHome | undefined, json: ComponentJson, user: string) {
  const uses = new Map<string, Part>()
  for (const [tag, reference] of Object.entries(json.usingComponents ?? {})) {
    const found = npm
      ? resolveComponent(npm, from, reference)
      : resolveInProject(graph.root, graph.nodeModules, from, reference)
    uses.set(tag, visit(graph, found, user, false))
  }
  return uses
}

function readPart({ source, npm }: Found, page: boolean): Part {
  if (!existsSync(`${source}.wxml`)) throw new Error(`${source}.wxml does not exist`)
  const json = existsSync(`${source}.json`) ? readJson<ComponentJson>(`${source}.json`) : {}
  return { source, npm, page, json, placed: '', uses: new Map(), packages: new Set() }
}

/** What a single sub-package uses lives inside it, so that the main package does not carry it. */
function place(graph: Graph, part: Part): string {
  if (!part.npm) return part.source.slice(graph.root.length + 1)
  const [only, ...others] = part.packages
  const home = others.length === 0 && only ? `${only}/` : ''
  return `${home}miniprogram_npm/${part.npm.name}${part.source.slice(part.npm.base.length)}`
}
