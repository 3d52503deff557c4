import { type Callee, call } from './lifecycle'
import type { PageStack } from './page-stack'
import type { PageUrl } from './page-url'

/** How WeChat numbers the ways into a mini-program: by scanning its code, or from its list. */
const scenes = { code: 1047, list: 1001 }

export interface EnterOptions extends PageUrl {
  scene: number
  referrerInfo: object
}
type Listener = (options?: EnterOptions) => void

export function enterOptions({ path, query }: PageUrl, scanned: boolean): EnterOptions {
  return { path, query, scene: scanned ? scenes.code : scenes.list, referrerInfo: {} }
}

/** The mini-program as a whole: launched once, then shown and hidden. */
export class AppLife {
  app: Callee | undefined
  launch: EnterOptions | undefined
  enter: EnterOptions | undefined
  readonly shown = new Set<Listener>()
  readonly hidden = new Set<Listener>()
  private away = false

  constructor(private readonly stack: PageStack) {}

  start(options: EnterOptions): void {
    this.launch = options
    call(this.app, 'onLaunch', options)
    this.show(options)
    this.stack.restart(options)
  }

  /** Somebody scans a code of this mini-program while it runs: it comes to the front on the code's page. */
  reenter(options: EnterOptions): void {
    this.away = false
    this.show(options)
    this.stack.restart(options)
  }

  setHidden(hidden: boolean): void {
    if (hidden === this.away) return
    this.away = hidden
    if (hidden) {
      this.stack.top.leave()
      call(this.app, 'onHide')
      for (const listener of this.hidden) listener()
      return
    }
    if (this.enter) this.show(this.enter)
    this.stack.top.enter()
  }

  private show(options: EnterOptions): void {
    this.enter = options
    call(this.app, 'onShow', options)
    for (const listener of this.shown) listener(options)
  }
}
