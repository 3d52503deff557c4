import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildMiniprogram } from '../../local/build/build-miniprogram'
import { buildPreview } from '../../local/preview/build-preview'
import { journey } from './journey'
import { openHouseHere } from './open-house-here'

const root = resolve(__dirname, '../..')
const place = mkdtempSync(join(tmpdir(), 'huitouke-brand-'))

const here = journey({ open: async () => openHouseHere({ built: await buildAnotherBrand() }) })
afterAll(() => rmSync(place, { recursive: true }))

async function buildAnotherBrand(): Promise<string> {
  const sources = join(place, 'sources')
  cpSync(join(root, 'miniprogram'), sources, { recursive: true })
  const file = join(sources, 'brand.json')
  const brand = JSON.parse(readFileSync(file, 'utf8')) as { colors: object }
  const colors = { ...brand.colors, primary: '#1F5F4A', primaryDeep: '#16473A', primarySoft: '#E8F3EE' }
  writeFileSync(file, JSON.stringify({ ...brand, name: '山海小馆', slogan: '山里来，海里来', colors }))
  const built = join(place, 'built')
  const miniprogram = join(built, 'miniprogram')
  await buildMiniprogram({
    root: sources,
    out: miniprogram,
    nodeModules: join(root, 'node_modules'),
    minify: true,
  })
  await buildPreview({ miniprogram, out: join(built, 'preview') })
  return built
}

test('another name and other colours in one file are another restaurant on every page', async () => {
  const diner = await here.phones.to('brand-diner')
  await diner.sees('welcome', '山海小馆')
  const join = diner.part('join')
  expect(await join.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(31, 95, 74)')
  await diner.tap('join')
  await diner.sees('card', '山海小馆')
  const tab = diner.page.getByRole('tab', { name: '首页' })
  expect(await tab.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(31, 95, 74)')
  await diner.tap('member-code')
  await diner.sees('code', '山海小馆')
})
