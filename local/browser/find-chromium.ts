import { existsSync } from 'node:fs'
import { inflateChromium } from './inflate-chromium'

export interface Chromium {
  path: string
  env: Record<string, string>
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** The browser named by CHROMIUM, else an installed one, else the one that came with npm (Linux on x64). */
export function findChromium(): Chromium {
  const named = process.env.CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist`)
    return { path: named, env: {} }
  }
  const path = installed.find((each) => existsSync(each))
  if (path) return { path, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return inflateChromium()
  throw new Error('no Chromium found: install one, or name its executable in CHROMIUM')
}
