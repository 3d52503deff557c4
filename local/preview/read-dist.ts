import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

interface PartJson {
  component?: boolean
  styleIsolation?: string
  usingComponents?: Record<string, string>
}
interface AppJson extends PartJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}
export interface Part {
  json: PartJson
  page: boolean
}
export interface Dist {
  root: string
  app: AppJson
  pages: string[]
  /** Pages and components by their path in the built mini-program. */
  parts: Map<string, Part>
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** Reads which pages and components a built mini-program has, with what each uses, the app's own included. */
export function readDist(root: string): Dist {
  const app = readJson<AppJson>(join(root, 'app.json'))
  const subPackages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...app.pages,
    ...subPackages.flatMap((each) => each.pages.map((page) => posix.join(each.root, page))),
  ]
  const dist: Dist = { root, app, pages, parts: new Map() }
  for (const page of pages) visit(dist, page, true)
  return dist
}

function visit(dist: Dist, id: string, page: boolean): void {
  if (dist.parts.has(id)) return
  const file = join(dist.root, `${id}.json`)
  const own = existsSync(file) ? readJson<PartJson>(file) : {}
  const fromApp = id.includes('miniprogram_npm/') ? {} : dist.app.usingComponents
  const usingComponents = { ...fromApp, ...own.usingComponents }
  const styleIsolation = own.styleIsolation ?? (own.component && !page ? 'isolated' : 'shared')
  dist.parts.set(id, { json: { ...own, component: !page, usingComponents, styleIsolation }, page })
  for (const used of Object.values(usingComponents)) visit(dist, used.slice(1), false)
}
