import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

interface App {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}
const app = JSON.parse(readFileSync(join(__dirname, 'app.json'), 'utf8')) as App
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

const read = (path: string) =>
  existsSync(join(__dirname, path)) ? readFileSync(join(__dirname, path), 'utf8') : ''

function definedIn(style: string): Set<string> {
  const selectors = style.replace(/\/\*.*?\*\//gs, '').match(/[^{}]+(?=\{)/g) ?? []
  return new Set([...selectors.join(' ').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))
}

/** Classes written in a template, those inside `{{…}}` too. */
function usedIn(template: string): string[] {
  const values = [...template.matchAll(/(?:^|[\s-])class="([^"]*)"/g)].map(([, value = '']) => value)
  return values.flatMap((value) => {
    const chosen = [...value.matchAll(/\{\{(.*?)\}\}/g)].flatMap(
      ([, code = '']) => code.match(/'[^']*'/g) ?? [],
    )
    return `${value.replace(/\{\{.*?\}\}/g, ' ')} ${chosen.join(' ')}`.match(/[a-zA-Z][\w-]*/g) ?? []
  })
}

function componentsOf(path: string, found = new Set<string>()): Set<string> {
  const { usingComponents = {} } = JSON.parse(read(`${path}.json`)) as {
    usingComponents?: Record<string, string>
  }
  for (const used of Object.values(usingComponents)) {
    const place = used.startsWith('.') ? posix.join(posix.dirname(path), used) : used.slice(1)
    if (!/^[./]/.test(used) || found.has(place)) continue
    found.add(place)
    componentsOf(place, found)
  }
  return found
}

/**
 * Our components take the shared classes of the app (`apply-shared`), and with them, whether they want to or
 * not, those of the page they stand on. A page that names a class like one inside a component restyles it.
 */
test.each(pages)('%s does not restyle the components on it', (page) => {
  const own = definedIn(read(`${page}.wxss`))
  const clashes = [...componentsOf(page)].flatMap((component) =>
    usedIn(read(`${component}.wxml`))
      .filter((name) => own.has(name))
      .map((name) => `.${name} of ${component}`),
  )
  expect(clashes).toEqual([])
})
