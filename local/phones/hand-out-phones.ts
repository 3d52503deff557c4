import type { Browser, Page } from 'playwright-core'
import { launchBrowser, type OpenedPage, openPage } from '../browser/launch'
import { phoneOf } from './ask-house'
import { Phone } from './hold-phone'

/** A phone by itself: a page, a session and a storage of its own. */
export class OwnPhone extends Phone {
  constructor(
    readonly page: Page,
    readonly errors: string[],
    touch: boolean,
  ) {
    super(page, touch)
  }
}

/** Hands out phones of one house, and remembers what any of them complained about. */
export class Phones {
  private readonly given: OpenedPage[] = []

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async of(url: string): Promise<Phones> {
    return new Phones(await launchBrowser(), url)
  }

  async to(openid: string, options: { path?: string; touch?: boolean } = {}): Promise<OwnPhone> {
    const { path, touch = true } = options
    const opened = await openPage(this.browser, await phoneOf(this.url, openid, path), { touch })
    this.given.push(opened)
    return new OwnPhone(opened.page, opened.errors, touch)
  }

  /** The console: diner, cashier and manager side by side, used with a mouse. */
  async sideBySide() {
    const opened = await openPage(this.browser, this.url, { viewport: { width: 1440, height: 900 } })
    this.given.push(opened)
    const phone = (role: string) => new Phone(opened.page.frameLocator(`[data-phone="${role}"]`), false)
    return { page: opened.page, diner: phone('diner'), cashier: phone('cashier'), manager: phone('manager') }
  }

  /** What went wrong since it was asked last. */
  takeErrors(): string[] {
    return this.given.flatMap(({ errors }) => errors.splice(0))
  }

  async collect(): Promise<void> {
    for (const { context } of this.given.splice(0)) await context.close()
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}
