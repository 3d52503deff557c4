import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Chromium } from './find-chromium'

const root = resolve(__dirname, '../..')
const packed = join(root, 'node_modules/@sparticuz/chromium')
const cache = join(root, '.cache')

/**
 * Unpacks the browser that @sparticuz/chromium carries, once per version. Only its files are used: the package's
 * own code wants a newer Node. The libraries beside it are what a bare system lacks, the fonts are for one with none.
 */
export function inflateChromium(): Chromium {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const home = join(cache, `chromium-${version}`)
  if (!existsSync(home)) unpack(home)
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(home, 'fonts') }
  return { path: join(home, 'chromium'), env: { LD_LIBRARY_PATH: join(home, 'lib'), ...fonts } }
}

/** Two test workers may unpack at once: each does so beside the place, and the first to finish moves in. */
function unpack(home: string): void {
  mkdirSync(cache, { recursive: true })
  const working = mkdtempSync(join(cache, 'chromium-'))
  writeFileSync(join(working, 'chromium'), readPacked('chromium.br'), { mode: 0o755 })
  for (const name of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) untar(readPacked(name), working)
  try {
    renameSync(working, home)
  } catch (error) {
    if (!existsSync(home)) throw error
    rmSync(working, { recursive: true })
  }
}

const readPacked = (name: string) => brotliDecompressSync(readFileSync(join(packed, 'bin', name)))

function untar(archive: Buffer, into: string): void {
  const { status, stderr, error } = spawnSync('tar', ['-x', '-f', '-', '-C', into], { input: archive })
  if (error) throw error
  if (status !== 0) throw new Error(`tar: ${stderr.toString()}`)
}
