import type { AppJson, PageJson } from './bundle'
import { button, element } from './layers/layer'
import type { Page } from './page'
import { createTabBar, type TabBarView } from './tab-bar'

export interface ShellEvents {
  back(): void
  home(): void
  tab(path: string): void
}

/** What WeChat draws around a page: status bar, navigation bar with the capsule, tab bar, home indicator. */
export class Shell {
  readonly tabs: TabBarView
  private readonly bar = element('header', 'ph-nav')
  private readonly title = element('h1', 'ph-nav-title')
  private readonly pages = element('main', 'ph-pages')
  private readonly back: HTMLElement
  private readonly home: HTMLElement

  constructor(
    private readonly app: AppJson,
    events: ShellEvents,
  ) {
    this.back = button('ph-nav-back', '', events.back)
    this.back.setAttribute('aria-label', '返回')
    this.home = button('ph-nav-home', '', events.home)
    this.home.setAttribute('aria-label', '回到首页')
    const capsule = element(
      'div',
      'ph-capsule',
      element('i', 'ph-capsule-more'),
      element('i', 'ph-capsule-close'),
    )
    capsule.setAttribute('aria-hidden', 'true')
    const left = element('div', 'ph-nav-left', this.back, this.home)
    const status = element('div', 'ph-status', element('span', 'ph-clock', '9:41'), element('i', 'ph-signal'))
    status.setAttribute('aria-hidden', 'true')
    this.bar.append(status, element('div', 'ph-nav-row', left, this.title, capsule))
    document.body.classList.toggle('ph-style-v2', app.style === 'v2')
    this.tabs = createTabBar(app.tabBar, events.tab)
    document.body.append(this.bar, this.pages, this.tabs.node, element('div', 'ph-home-indicator'))
  }

  /** Configuration of a page: its own, and what it leaves open from the app's window. */
  configurationOf(json: PageJson): PageJson {
    return { ...this.app.window, ...json }
  }

  createFrame(path: string, json: PageJson): { frame: HTMLElement; scroller: HTMLElement } {
    const scroller = element('div', 'ph-scroller')
    const frame = element('section', 'ph-page', scroller)
    frame.dataset.path = path
    frame.hidden = true
    frame.style.background = json.backgroundColor ?? ''
    this.pages.append(frame)
    return { frame, scroller }
  }

  /** Draws the bars for the page that comes to the top. It must happen before the page measures itself. */
  activate(page: Page, depth: number): void {
    const { path } = page.url
    const tab = this.tabs.select(path)
    document.body.classList.toggle('ph-custom-nav', page.json.navigationStyle === 'custom')
    document.body.classList.toggle('ph-with-tabs', tab)
    this.back.hidden = depth < 2
    this.home.hidden = depth > 1 || tab || this.tabs.paths.length === 0
    this.draw(page)
  }

  draw(page: Page): void {
    const front =
      page.navigationColors?.front ?? (page.json.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000')
    this.bar.style.background =
      page.navigationColors?.back ?? page.json.navigationBarBackgroundColor ?? '#ffffff'
    this.bar.style.color = front
    this.bar.classList.toggle('ph-nav-light', front.toLowerCase() === '#ffffff')
    this.title.textContent = page.title
    document.title = page.title
  }
}
