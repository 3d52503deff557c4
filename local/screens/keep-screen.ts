import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { shrinkPng } from '../build/shrink-png'

export const folder = resolve(__dirname, '../../docs/screens')

/** What moves on a page has come to rest after this long. */
const REST_MS = 900

/** Writes what the page shows, once it rests, into docs/screens. */
export async function keep(page: Page, name: string): Promise<void> {
  await sleep(REST_MS)
  writeFileSync(join(folder, `${name}.png`), shrinkPng(await page.screenshot()))
  console.log(name)
}
