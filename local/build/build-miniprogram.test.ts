import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildMiniprogram } from './build-miniprogram'
import { checkMiniprogram } from './check-miniprogram'

const root = resolve(__dirname, '../..')
const fixture = join(root, 'local/preview/fixture')
let place: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'build-'))
})
afterEach(() => rmSync(place, { recursive: true }))

const out = () => join(place, 'dist')
const build = (from: string) =>
  buildMiniprogram({ root: from, out: out(), nodeModules: join(root, 'node_modules'), minify: true })
const built = (name: string) => readFileSync(join(out(), name), 'utf8')

/** Writes a mini-program of one page from the parts that matter to a test. */
function write(files: Record<string, string>): string {
  const all: Record<string, string> = {
    'app.json': '{ "pages": ["page/index"] }',
    'app.ts': 'App({})',
    'app.wxss': '',
    'page/index.wxml': '<view />',
    'page/index.ts': 'Page({})',
    ...files,
  }
  const from = join(place, 'source')
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(join(from, name, '..'), { recursive: true })
    writeFileSync(join(from, name), text)
  }
  return from
}

describe('the fixture', () => {
  beforeEach(() => build(fixture))

  test("is accepted by WeChat's compilers and within the budgets", () => {
    const sizes = checkMiniprogram(out())
    expect(sizes.map((each) => each.name)).toEqual(['main package', 'extra', 'total'])
  })

  test('a component that only a sub-package uses lives in it', () => {
    expect(existsSync(join(out(), 'extra/miniprogram_npm/tdesign-miniprogram/tag/tag.js'))).toBe(true)
    expect(existsSync(join(out(), 'miniprogram_npm/tdesign-miniprogram/tag/tag.js'))).toBe(false)
    expect(existsSync(join(out(), 'miniprogram_npm/tdesign-miniprogram/button/button.js'))).toBe(true)
  })

  test('components are named from the root, because the build moves them', () => {
    expect(JSON.parse(built('app.json')).usingComponents).toEqual({
      't-button': '/miniprogram_npm/tdesign-miniprogram/button/button',
    })
    expect(JSON.parse(built('extra/detail/index.json')).usingComponents).toEqual({
      't-tag': '/extra/miniprogram_npm/tdesign-miniprogram/tag/tag',
    })
  })

  test('no style or template names another server', () => {
    const files = readdirSync(out(), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.wx(ss|ml)$/.test(name),
    )
    const named = files.flatMap(
      (name) => built(name).match(/url\(['"]?https?:[^)]*|src="https?:[^"]*/g) ?? [],
    )
    expect(named).toEqual([])
  })

  test('scripts are CommonJS without syntax that older phones lack', () => {
    const scripts = readdirSync(out(), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    )
    for (const name of scripts) {
      expect(() => new Function('require', 'module', 'exports', built(name))).not.toThrow()
      expect(built(name)).not.toMatch(/\?\?=|\|\|=|^import /m)
    }
  })
})

describe('server code stays out', () => {
  test('a library of the server is refused, and its importer named', async () => {
    const from = write({ 'page/index.ts': "import * as z from 'zod'\nPage({ data: { z } })" })
    await expect(build(from)).rejects.toThrow(/page\/index\.ts imports .*zod belongs to the server/)
  })

  test('a file beside the mini-program is refused as a value and accepted as a type', async () => {
    writeFileSync(join(place, 'rule.ts'), 'export const rule = 1\nexport type Rule = number')
    const asType = write({
      'page/index.ts':
        "import type { Rule } from '../../rule'\nconst rule: Rule = 1\nPage({ data: { rule } })",
    })
    await build(asType)
    const asValue = write({ 'page/index.ts': "import { rule } from '../../rule'\nPage({ data: { rule } })" })
    await expect(build(asValue)).rejects.toThrow(/page\/index\.ts imports .*rule\.ts.*import type/)
  })
})

describe('what WeChat would refuse is refused here', () => {
  test('a template with an operator that a phone does not know', async () => {
    await build(write({ 'page/index.wxml': '<view>{{ a ?? b }}</view>' }))
    expect(() => checkMiniprogram(out())).toThrow(/page\/index\.wxml:1:6/)
  })

  test('a style sheet with a brace missing', async () => {
    await build(write({ 'page/index.wxss': '.a { color: red;' }))
    expect(() => checkMiniprogram(out())).toThrow(/page\/index\.wxss/)
  })

  test('a main package over its budget', async () => {
    const from = write({})
    mkdirSync(join(from, 'images'))
    writeFileSync(join(from, 'images/large.png'), Buffer.alloc(600 * 1024))
    await build(from)
    expect(() => checkMiniprogram(out())).toThrow(/main package weighs 61\d{4} bytes, its budget is 614400/)
  })

  test('a component that does not exist', async () => {
    const from = write({ 'page/index.json': '{ "usingComponents": { "a": "no-such-package/button" } }' })
    await expect(build(from)).rejects.toThrow('cannot find the component "no-such-package/button"')
  })

  test('a page without a template', async () => {
    const from = write({ 'app.json': '{ "pages": ["page/index", "page/gone"] }' })
    await expect(build(from)).rejects.toThrow('page/gone.wxml does not exist')
  })
})
