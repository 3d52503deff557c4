import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface Asset {
  type: string
  body: string
}

const brandFile = join(__dirname, '../../miniprogram/brand.json')
const read = (name: string) => readFileSync(join(__dirname, 'client', name), 'utf8')

/** The console's page, its style and its script in one bundle, by the path each is served under. */
export async function bundleClient(): Promise<Map<string, Asset>> {
  const bundle = await build({
    entryPoints: [join(__dirname, 'client/start.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const script = bundle.outputFiles.map(({ text }) => text).join('\n')
  const styles = [
    brandColors(),
    ...['console.css', 'phone.css', 'rack.css', 'panel.css', 'records.css'].map(read),
  ].join('\n')
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: read('console.html') }],
    ['/console/console.css', { type: 'text/css; charset=utf-8', body: styles }],
    ['/console/console.js', { type: 'text/javascript; charset=utf-8', body: script }],
  ])
}

/** The console wears the restaurant's colours: `primarySoft` becomes `--brand-primary-soft`. */
function brandColors(): string {
  const { colors } = JSON.parse(readFileSync(brandFile, 'utf8')) as { colors: Record<string, string> }
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const lines = Object.entries(colors).map(([name, color]) => `--brand-${kebab(name)}: ${color};`)
  return `:root { ${lines.join(' ')} }`
}
