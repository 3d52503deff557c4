/** What the build writes to app.js: the mini-program as the host reads it. */
export interface PartJson {
  component: boolean
  styleIsolation: string
  usingComponents: Record<string, string>
}
export interface PageJson extends PartJson {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}
export interface TabBar {
  color: string
  selectedColor: string
  backgroundColor: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}
export interface AppJson {
  window?: Partial<PageJson>
  tabBar?: TabBar
  style?: string
}
export interface Part {
  json: PageJson
  page: boolean
  scope: string
}
export type TemplateGroups = Record<string, unknown>
export type ModuleFunction = (...given: unknown[]) => void
export interface Bundle {
  app: AppJson
  pages: string[]
  parts: Record<string, Part>
  builtins: string[]
  styles: Record<string, string>
  templates(...wxs: unknown[]): TemplateGroups
  given: string[]
  modules: Record<string, ModuleFunction>
}

declare global {
  interface Window {
    __miniprogram: Bundle
  }
}
