import { resolvePath } from './module-loader'

export type Query = Record<string, string>
export interface PageUrl {
  path: string
  query: Query
}

/** Values stay encoded, as WeChat hands them to `onLoad`. */
export function readQuery(text: string): Query {
  const pairs = text.split('&').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

export function writeQuery(query: Query): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** Absolute, relative to the current page, or a page's full path without the slash. */
export function readPageUrl(url: string, current: string, pages: readonly string[]): PageUrl {
  const [path = '', ...rest] = url.split('?')
  const absolute = path.startsWith('/') || pages.includes(path) ? `/${path}` : path
  return { path: resolvePath(current, absolute), query: readQuery(rest.join('?')) }
}
