import type { FrameLocator, Locator, Page } from 'playwright-core'

type Screen = Pick<Page | FrameLocator, 'locator' | 'getByRole'>

/** One phone in somebody's hand: he taps what is marked by `data-test`, and reads what stands there. */
export class Phone {
  constructor(
    private readonly screen: Screen,
    private readonly touch: boolean,
  ) {}

  /** The part of the visible page that is marked so. */
  part(test: string): Locator {
    return this.screen.locator(`.ph-page:not([hidden]) [data-test="${test}"]`)
  }

  async tap(what: string | Locator): Promise<void> {
    const target = typeof what === 'string' ? this.part(what) : what
    await (this.touch ? target.first().tap() : target.first().click())
  }

  async type(test: string, text: string): Promise<void> {
    await this.part(test).locator('input').fill(text)
  }

  /** Waits until the part is there and says this. */
  async sees(test: string, text: string | RegExp = ''): Promise<void> {
    await this.part(test).filter({ hasText: text }).first().waitFor()
  }

  async seesNo(test: string): Promise<void> {
    await this.part(test).first().waitFor({ state: 'hidden' })
  }

  async reads(test: string): Promise<string> {
    const [text = ''] = await this.readsAll(test)
    return text
  }

  async readsAll(test: string): Promise<string[]> {
    await this.part(test).first().waitFor()
    const texts = await this.part(test).allInnerTexts()
    return texts.map((text) => text.replace(/\s+/g, ' ').trim())
  }

  async openTab(name: string): Promise<void> {
    await this.tap(this.screen.getByRole('tab', { name }))
  }

  async goBack(): Promise<void> {
    await this.tap(this.screen.locator('.ph-nav-back'))
  }

  /** The QR code on the screen, as its page was told to draw it. */
  async showsCode(): Promise<string> {
    return (await this.part('qr').first().getAttribute('data-code')) ?? ''
  }

  /** In the scanner that is open: the code seen on another phone's screen. */
  async takeOffer(label: string): Promise<void> {
    await this.tap(this.screen.getByRole('button', { name: label }))
  }

  /** In the scanner that is open: the text of a code, pasted. */
  async pasteCode(text: string): Promise<void> {
    await this.screen.getByRole('dialog', { name: '扫一扫' }).locator('input').fill(text)
    await this.tap(this.screen.getByRole('button', { name: '确定' }))
  }

  /** WeChat's own dialog. */
  async confirm(): Promise<void> {
    await this.tap(this.screen.locator('.ph-modal-confirm'))
  }

  /** WeChat's own dialog, refused. */
  async decline(): Promise<void> {
    await this.tap(this.screen.locator('.ph-modal-cancel'))
  }

  /** WeChat's own toast. */
  async hears(words: string | RegExp): Promise<void> {
    await this.screen.locator('.ph-toast').filter({ hasText: words }).first().waitFor()
  }
}
