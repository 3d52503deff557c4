import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { applyBrand, type Brand, brandFiles } from './brand'
import { contrast } from './contrast'
import { tintPng } from './tint-png'

const brand = JSON.parse(readFileSync(resolve(__dirname, '../../miniprogram/brand.json'), 'utf8')) as Brand
const withColor = (colors: Partial<Brand['colors']>): Brand => ({
  ...brand,
  colors: { ...brand.colors, ...colors },
})

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#ffffff', '#767676', 4.54],
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
})

test('a colour that is not #rrggbb is refused', () => {
  expect(() => contrast('red', '#ffffff')).toThrow('red is not a colour')
})

test('every colour of the brand becomes a variable', () => {
  const style = brandFiles(brand)['brand.wxss']
  expect(style).toContain(`--brand-primary:${brand.colors.primary};`)
  expect(style).toContain(`--brand-card-from:${brand.colors.cardFrom};`)
  expect(style).not.toContain('undefined')
})

test('the bars take the brand and keep what else they had', () => {
  const app = brandFiles(brand).appJson({
    pages: ['a'],
    window: { navigationBarTextStyle: 'black' },
    tabBar: { list: [] },
  })
  expect(app).toMatchObject({
    pages: ['a'],
    window: { navigationBarTextStyle: 'black', navigationBarTitleText: brand.name },
    tabBar: { list: [], selectedColor: brand.colors.primary },
  })
  expect(brandFiles(brand).appJson({ pages: [] })).not.toHaveProperty('tabBar')
})

test('a brand whose buttons cannot be read fails the build', () => {
  expect(() => brandFiles(withColor({ primary: '#ff9a3c' }))).toThrow(
    '#ffffff on primary has a contrast of 2.1',
  )
  expect(() => brandFiles(withColor({ inkFaint: '#aaaaaa' }))).toThrow('inkFaint on paper')
})

test('the built app imports the brand before its own tokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brand-'))
  writeFileSync(join(folder, 'brand.json'), JSON.stringify(brand))
  writeFileSync(join(folder, 'app.wxss'), '@import "styles/tokens.wxss";\n')
  writeFileSync(join(folder, 'app.json'), '{"pages":["a"]}')
  applyBrand(folder, folder)
  expect(readFileSync(join(folder, 'app.wxss'), 'utf8')).toBe(
    '@import "brand.wxss";\n@import "styles/tokens.wxss";\n',
  )
  expect(readFileSync(join(folder, 'app.json'), 'utf8')).toContain(brand.name)
  rmSync(folder, { recursive: true })
})

test('a tab icon takes any colour and takes its first colour back, byte for byte', () => {
  const icon = readFileSync(resolve(__dirname, '../../miniprogram/assets/tabs/home-on.png'))
  const blue = tintPng(icon, '#1144aa')
  expect(blue).not.toEqual(icon)
  expect(blue.includes(Buffer.from('1144aa', 'hex'))).toBe(true)
  expect(tintPng(blue, '#B5462B')).toEqual(icon)
})

test('a picture without a palette is refused', () => {
  expect(() => tintPng(Buffer.alloc(8), '#000000')).toThrow('must be a PNG with a palette')
})
