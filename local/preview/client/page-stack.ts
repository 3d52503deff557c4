import type { Bundle } from './bundle'
import type { Engine } from './engine'
import type { EventChannel } from './event-channel'
import type { ModuleLoader } from './module-loader'
import { Page } from './page'
import { type PageUrl, readPageUrl, writeQuery } from './page-url'
import { listenForPull } from './pull-down'
import type { Shell } from './shell'

const deepest = 10

/** The pages that are open, the visible one last, and the tabs that wait in the background. */
export class PageStack {
  private pages: Page[] = []
  private readonly tabs = new Map<string, Page>()
  loader: ModuleLoader | undefined
  /** Told whenever another page is on top. */
  changed: (page: Page) => void = () => undefined

  constructor(
    private readonly bundle: Bundle,
    private readonly engine: Engine,
    private readonly shell: Shell,
  ) {}

  get all(): readonly Page[] {
    return this.pages
  }

  get top(): Page {
    const page = this.pages.at(-1)
    if (!page) throw new Error('there is no page yet')
    return page
  }

  read(url: string): PageUrl & { tab: boolean } {
    const found = readPageUrl(url, this.pages.at(-1)?.url.path ?? '', this.bundle.pages)
    if (!this.bundle.pages.includes(found.path)) throw new Error(`page "${found.path}" is not found`)
    return { ...found, tab: this.shell.tabs.paths.includes(found.path) }
  }

  /** A page as a code or the embedding page names it: without a slash, and the first one when none is named. */
  readFromOutside(path: string): PageUrl & { tab: boolean } {
    const named = path.replace(/^\//, '')
    return this.read(/^(\?|$)/.test(named) ? `/${this.bundle.pages[0]}${named}` : `/${named}`)
  }

  push(url: PageUrl, opener: EventChannel | undefined): void {
    if (this.pages.length >= deepest) throw new Error(`webview count limit exceed`)
    this.top.hide()
    this.open(url, opener)
  }

  replace(url: PageUrl): void {
    this.discard(this.pages.length - 1)
    this.open(url, undefined)
  }

  back(delta: number): void {
    if (this.pages.length < 2) throw new Error('cannot navigate back at first page.')
    this.discard(Math.max(this.pages.length - delta, 1))
    this.show(this.top)
  }

  openTab(url: PageUrl): void {
    if (this.pages.length === 1 && this.top.url.path === url.path) return
    this.discard(1)
    const [first] = this.pages
    if (first && this.tabs.has(first.url.path)) {
      if (!first.frame.hidden) first.hide()
      this.pages = []
    } else this.discard(0)
    const known = this.tabs.get(url.path)
    if (known) {
      this.pages = [known]
      this.show(known)
    } else this.open({ ...url, query: {} }, undefined)
  }

  restart(url: PageUrl): void {
    this.discard(0)
    for (const page of this.tabs.values()) page.unload()
    this.tabs.clear()
    this.open(url, undefined)
  }

  /** Closes the pages from this depth on, the top one first. */
  private discard(depth: number): void {
    for (const page of this.pages.splice(depth).reverse()) {
      page.unload()
      this.tabs.delete(page.url.path)
    }
  }

  /** The page is on the stack before its `onLoad`, which may ask for `getCurrentPages`. */
  private open(url: PageUrl, opener: EventChannel | undefined): void {
    const part = this.bundle.parts[url.path]
    if (!part || !this.loader) throw new Error(`page "${url.path}" is not registered`)
    this.engine.define(url.path, this.loader)
    const json = this.shell.configurationOf(part.json)
    const { frame, scroller } = this.shell.createFrame(url.path, json)
    const root = this.engine.createRoot(url.path + writeQuery(url.query))
    const page = new Page(url, json, root, frame, scroller, opener)
    this.pages.push(page)
    if (this.shell.tabs.paths.includes(url.path)) this.tabs.set(url.path, page)
    this.prepare(page)
    frame.hidden = false
    page.attach()
    if (json.enablePullDownRefresh) listenForPull(page)
    // `onLoad` may already have opened another page.
    if (this.pages.at(-1) === page) this.show(page)
  }

  private prepare(page: Page): void {
    this.shell.activate(page, this.pages.length)
    this.engine.dom.usePageStyles(page.url.path)
  }

  private show(page: Page): void {
    this.prepare(page)
    page.show()
    this.changed(page)
  }
}
