import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from './build-functions'

test('each folder with an index becomes a function that runs without node_modules', async () => {
  const place = mkdtempSync(join(tmpdir(), 'functions-'))
  const root = join(place, 'source')
  mkdirSync(join(root, 'greet'), { recursive: true })
  mkdirSync(join(root, 'shared-by-all'))
  writeFileSync(join(root, 'words.ts'), "export const word = 'hello'")
  writeFileSync(
    join(root, 'greet/index.ts'),
    "import { word } from '../words'\nexport const main = () => word",
  )
  const out = join(place, 'dist')

  expect(await buildFunctions({ root, out })).toEqual(['greet'])
  const { main } = (await import(join(out, 'greet/index.js'))) as { main(): string }
  expect(main()).toBe('hello')
  expect(JSON.parse(readFileSync(join(out, 'greet/package.json'), 'utf8'))).toMatchObject({
    main: 'index.js',
  })
  expect(existsSync(join(out, 'greet/index.js.map'))).toBe(true)
  rmSync(place, { recursive: true })
})
