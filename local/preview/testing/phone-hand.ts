import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { openPage } from '../../browser/launch'

/** One hand on one phone: it taps and drags with a finger or with a mouse, and reads what is on the screen. */
export class PhoneHand {
  private constructor(
    readonly page: Page,
    readonly screen: Page | Frame,
    readonly errors: string[],
    private readonly touch: boolean,
    readonly close: () => Promise<void>,
  ) {}

  static async open(browser: Browser, url: string, touch: boolean): Promise<PhoneHand> {
    const { page, context, errors } = await openPage(browser, url, { touch })
    page.setDefaultTimeout(15_000)
    const frame = page.frames().find((each) => each !== page.mainFrame())
    return new PhoneHand(page, frame ?? page, errors, touch, () => context.close())
  }

  /** The page of the mini-program that is visible. */
  get shown(): Locator {
    return this.screen.locator('.ph-page:not([hidden])')
  }

  async tap(target: Locator): Promise<void> {
    await (this.touch ? target.tap() : target.click())
  }

  async act(name: string): Promise<void> {
    await this.tap(this.shown.locator(`.action[data-name="${name}"]`))
  }

  async seesSaid(text: string | RegExp): Promise<void> {
    await this.shown.locator('.said', { hasText: text }).waitFor()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.shown.getByText(text).first().waitFor()
  }

  async drag(target: Locator, by: { x: number; y: number }): Promise<void> {
    const box = await target.boundingBox()
    if (!box) throw new Error('what should be dragged is not on the screen')
    const from = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) }
    const to = { x: from.x + by.x, y: from.y + by.y }
    await (this.touch ? this.dragFinger(from, to) : this.dragMouse(from, to))
  }

  private async dragMouse(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(to.x, to.y, { steps: 6 })
    await this.page.mouse.up()
  }

  private async dragFinger(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
    await send('touchStart', [from])
    for (const part of [0.2, 0.4, 0.6, 0.8, 1])
      await send('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
    await send('touchEnd', [])
  }
}
