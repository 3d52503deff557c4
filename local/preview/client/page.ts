import type { Root } from 'glass-easel-miniprogram-adapter'
import type { PageJson } from './bundle'
import type { EventChannel } from './event-channel'
import { type Callee, call } from './lifecycle'
import type { PageUrl } from './page-url'

/** The end of the page may be told again only after so long. */
const quietMs = 300

/** One page on the stack: its component, its place on the screen, and what WeChat calls on it. */
export class Page {
  readonly caller: Callee
  title: string
  navigationColors: { front: string; back: string } | undefined

  constructor(
    readonly url: PageUrl,
    readonly json: PageJson,
    private readonly root: Root,
    readonly frame: HTMLElement,
    readonly scroller: HTMLElement,
    opener: EventChannel | undefined,
  ) {
    this.title = json.navigationBarTitleText ?? ''
    this.caller = root.get() as unknown as Callee
    // A page that nobody opened with `navigateTo` gets a channel without methods, on a phone too.
    const channel = opener ?? {}
    Object.assign(this.caller, {
      route: url.path,
      options: url.query,
      getOpenerEventChannel: () => channel,
      getTabBar: () => null,
    })
  }

  attach(): void {
    const placeholder = document.createElement('div')
    this.scroller.append(placeholder)
    this.root.attach(
      this.scroller as unknown as Parameters<Root['attach']>[0],
      placeholder as unknown as Parameters<Root['attach']>[1],
    )
    call(this.caller, 'onLoad', this.url.query)
    this.listenToScroll()
    requestAnimationFrame(() => requestAnimationFrame(() => call(this.caller, 'onReady')))
  }

  show(): void {
    this.frame.hidden = false
    this.scroller.style.setProperty('--vh', `${this.scroller.clientHeight / 100}px`)
    this.enter()
  }

  hide(): void {
    this.leave()
    this.frame.hidden = true
  }

  enter(): void {
    call(this.caller, 'onShow')
    this.root.getComponent().triggerPageLifetime('show', [])
  }

  leave(): void {
    call(this.caller, 'onHide')
    this.root.getComponent().triggerPageLifetime('hide', [])
  }

  unload(): void {
    call(this.caller, 'onUnload')
    this.root.release()
    this.frame.remove()
  }

  private listenToScroll(): void {
    const { scroller } = this
    let [told, last] = [0, 0]
    scroller.addEventListener('scroll', ({ timeStamp }) => {
      const down = scroller.scrollTop > last
      last = scroller.scrollTop
      call(this.caller, 'onPageScroll', { scrollTop: scroller.scrollTop })
      const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
      if (!down || timeStamp - told < quietMs || left > (this.json.onReachBottomDistance ?? 50)) return
      told = timeStamp
      call(this.caller, 'onReachBottom')
    })
  }
}
