import { createReadStream, existsSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}

/**
 * Serves `/preview/…` from `<distDir>/preview` and the mini-program's images, `/preview/mp/…`, from
 * `<distDir>/miniprogram`. Answers false when the request is for somebody else.
 */
export function previewRoutes(
  distDir: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (!path.startsWith('/preview/')) return false
    const file = findFile(resolve(distDir), path)
    const kind = file && kinds[extname(file)]
    if (!file || !kind) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return true
    }
    response.writeHead(200, { 'content-type': kind, 'cache-control': 'no-cache' })
    createReadStream(file).pipe(response)
    return true
  }
}

function findFile(dist: string, path: string): string | undefined {
  const [folder, inner] = path.startsWith('/preview/mp/')
    ? [join(dist, 'miniprogram'), path.slice('/preview/mp/'.length)]
    : [join(dist, 'preview'), path.slice('/preview/'.length) || 'index.html']
  const file = resolve(folder, decode(inner))
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined
}

/** A malformed escape cannot name a file, so it is taken literally and then not found. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
