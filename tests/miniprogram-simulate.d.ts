/** What the tests use of miniprogram-simulate, which has no types of its own. */
export interface Simulated {
  dom: HTMLElement
  data: Record<string, unknown>
  attach(parent: HTMLElement): void
  detach(): void
  setData(data: object): void
  querySelector(selector: string): Simulated | undefined
  querySelectorAll(selector: string): Simulated[]
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void
  dispatchEvent(name: string): void
  triggerPageLifeTime(name: 'show' | 'hide'): void
}
export interface Simulator {
  load(path: string, options: { compiler: 'official'; rootPath: string }): string
  render(id: string, properties: object): Simulated
}
