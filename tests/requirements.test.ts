import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')
const built = new Set(['node_modules', 'dist', '.cache'])

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = `${folder}/${each.name}`
    if (each.isDirectory()) return built.has(each.name) ? [] : filesIn(path)
    return /\.(ts|md|wxml)$/.test(path) ? [path] : []
  })
}

const ID = /(?<![\w-])(?:([A-Z]{1,5}-)(\d{2})|I\d{1,2})(?![\w-])/g
const RANGE = /(?<![\w-])([A-Z]{1,5}-)(\d{2}) to \1(\d{2})(?![\w-])/g

/** `REF-01 to REF-03` cites three. */
function idsIn(text: string): string[] {
  const ranges = [...text.matchAll(RANGE)].flatMap(([, group, first, last]) =>
    Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, i) => `${group}${String(Number(first) + i).padStart(2, '0')}`,
    ),
  )
  return [...ranges, ...[...text.matchAll(ID)].map(([id]) => id)]
}

/** A test names an ID in what it says when it runs, not in a remark beside it. */
const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const isTest = (path: string) => path.endsWith('.test.ts')
const self = 'tests/requirements.test.ts'

const sources = ['core', 'cloudfunctions', 'miniprogram', 'docs'].flatMap(filesIn)
const tests = [...sources, ...['tests', 'local'].flatMap(filesIn)].filter(
  (path) => isTest(path) && path !== self,
)

test.each([
  ['/** Said once. CAP-01, I8. */', ['CAP-01', 'I8']],
  ['[LVL-01 to LVL-03, C-24]', ['LVL-01', 'LVL-02', 'LVL-03', 'LVL-01', 'LVL-03', 'C-24']],
  ['SHA-256, UTF-8, 02-29, M-1, MEAL-01-B', []],
])('%s cites %j', (text, ids) => expect(idsIn(text)).toEqual(ids))

test('what a comment of a test says names nothing', () => {
  expect(idsIn(withoutComments("/* CAP-01 */ // CAP-02\n// CAP-03\ntest('CAP-04: so it is')"))).toEqual([
    'CAP-04',
  ])
})

test('every requirement that code or specification cites is named by a test', () => {
  const named = new Set(tests.flatMap((path) => idsIn(withoutComments(read(path)))))
  const unproven = sources
    .filter((path) => !isTest(path))
    .flatMap((path) => idsIn(read(path)).map((id) => ({ id, path })))
    .filter(({ id }) => !named.has(id))
    .map(({ id, path }) => `${id} in ${path}`)
  expect([...new Set(unproven)].sort()).toEqual([])
})
