import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './find-chromium'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface OpenOptions {
  /** A screen that is touched; otherwise there is a mouse. */
  touch?: boolean
  viewport?: { width: number; height: number }
}
export interface OpenedPage {
  page: Page
  context: BrowserContext
  /** Everything the page complained about; every browser test asserts that it is empty, or what is in it. */
  errors: string[]
}

const phone = { width: 375, height: 760 }

/** Starts a headless Chromium; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const { path, env } = findChromium()
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return chromium.launch({
    executablePath: path,
    args: flags,
    env: { ...Object.fromEntries(inherited), ...env },
  })
}

/** Opens an address in a browser context of its own, with its own storage, at the size of a phone. */
export async function openPage(
  browser: Browser,
  url: string,
  options: OpenOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: options.viewport ?? phone,
    deviceScaleFactor: 2,
    hasTouch: options.touch ?? false,
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  await page.goto(url)
  return { page, context, errors }
}
