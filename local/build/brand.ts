import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppJson } from './component-graph'
import { contrast } from './contrast'
import { tintPng } from './tint-png'

const colorNames = [
  'primary',
  'primaryDeep',
  'primarySoft',
  'accent',
  'cardFrom',
  'cardTo',
  'cardGlow',
  'onCard',
  'paper',
  'surface',
  'ink',
  'inkSoft',
  'inkFaint',
  'line',
] as const
type ColorName = (typeof colorNames)[number]

/** What a restaurant changes to make the mini-program its own: `miniprogram/brand.json`. */
export interface Brand {
  name: string
  colors: Record<ColorName, string>
}

interface TabItem {
  iconPath?: string
  selectedIconPath?: string
}
interface BrandedApp extends AppJson {
  window?: Record<string, unknown>
  tabBar?: { list: TabItem[]; [more: string]: unknown }
}

/** Text and the ground it stands on. Small text needs 4.5 to be readable in a bright dining room. */
const pairs: [ColorName | '#ffffff', ColorName][] = [
  ['ink', 'paper'],
  ['inkSoft', 'paper'],
  ['inkFaint', 'paper'],
  ['#ffffff', 'primary'],
  ['primary', 'paper'],
  ['primary', 'primarySoft'],
  ['onCard', 'cardFrom'],
  ['accent', 'cardFrom'],
]

/** A brand as the two things WeChat understands: variables for every style, and colours for the bars. */
export function brandFiles(brand: Brand): { 'brand.wxss': string; appJson: (app: BrandedApp) => BrandedApp } {
  refuseUnreadable(brand)
  const { colors } = brand
  const lines = colorNames.map((name) => `--brand-${kebab(name)}:${colors[name]};`)
  return {
    'brand.wxss': `page{${lines.join('')}}\n`,
    appJson: (app) => ({
      ...app,
      window: {
        ...app.window,
        navigationBarTitleText: brand.name,
        navigationBarBackgroundColor: colors.paper,
        backgroundColor: colors.paper,
        backgroundColorTop: colors.paper,
        backgroundColorBottom: colors.paper,
      },
      ...(app.tabBar && {
        tabBar: {
          ...app.tabBar,
          color: colors.inkFaint,
          selectedColor: colors.primary,
          backgroundColor: colors.surface,
        },
      }),
    }),
  }
}

/** Writes the brand of the mini-program at `root` into what was built at `out`. Without a brand.json, nothing. */
export function applyBrand(root: string, out: string): void {
  const source = join(root, 'brand.json')
  if (!existsSync(source)) return
  const brand = JSON.parse(readFileSync(source, 'utf8')) as Brand
  const files = brandFiles(brand)
  const style = join(out, 'app.wxss')
  const appFile = join(out, 'app.json')
  const app = JSON.parse(readFileSync(appFile, 'utf8')) as BrandedApp
  writeFileSync(join(out, 'brand.wxss'), files['brand.wxss'])
  writeFileSync(style, `@import "brand.wxss";\n${readFileSync(style, 'utf8')}`)
  writeFileSync(appFile, JSON.stringify(files.appJson(app)))
  for (const { iconPath, selectedIconPath } of app.tabBar?.list ?? []) {
    tintFile(out, iconPath, brand.colors.inkFaint)
    tintFile(out, selectedIconPath, brand.colors.primary)
  }
}

function tintFile(out: string, path: string | undefined, color: string): void {
  if (path) writeFileSync(join(out, path), tintPng(readFileSync(join(out, path)), color))
}

function refuseUnreadable({ colors }: Brand): void {
  for (const [text, ground] of pairs) {
    const color = text === '#ffffff' ? text : colors[text]
    const ratio = contrast(color, colors[ground])
    if (ratio < 4.5)
      throw new Error(
        `brand.json: ${text} on ${ground} has a contrast of ${ratio.toFixed(2)}, text needs at least 4.5`,
      )
  }
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
