import type { TabBar } from './bundle'
import { button, element } from './layers/layer'

export interface TabBarView {
  node: HTMLElement
  paths: string[]
  /** Marks the tab of this page; answers whether it has one. */
  select(path: string): boolean
  badge(index: number, text: string): void
  dot(index: number, shown: boolean): void
}

export function createTabBar(bar: TabBar | undefined, open: (path: string) => void): TabBarView {
  const list = bar?.list ?? []
  const node = element('nav', 'ph-tabs')
  node.setAttribute('role', 'tablist')
  node.style.background = bar?.backgroundColor ?? '#ffffff'
  const tabs = list.map((item) => {
    const icon = element('img', 'ph-tab-icon')
    icon.alt = ''
    icon.hidden = !item.iconPath
    const badge = element('b', 'ph-tab-badge')
    badge.hidden = true
    const tab = button('ph-tab', '', () => open(item.pagePath))
    tab.setAttribute('role', 'tab')
    tab.append(icon, element('span', 'ph-tab-text', item.text), badge)
    return { item, tab, icon, badge }
  })
  node.append(...tabs.map(({ tab }) => tab))
  const mark = (index: number, text: string, shown: boolean) => {
    const badge = tabs[index]?.badge
    if (!badge) throw new Error(`there is no tab ${index}`)
    badge.textContent = text
    badge.hidden = !shown
  }
  return {
    node,
    paths: list.map((item) => item.pagePath),
    select(path) {
      for (const { item, tab, icon } of tabs) {
        const selected = item.pagePath === path
        tab.setAttribute('aria-selected', String(selected))
        tab.style.color = (selected ? bar?.selectedColor : bar?.color) ?? ''
        const picture = selected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath
        if (picture) icon.src = `mp/${picture.replace(/^\//, '')}`
      }
      return list.some((item) => item.pagePath === path)
    },
    badge: (index, text) => mark(index, text, text !== ''),
    dot: (index, shown) => mark(index, '', shown),
  }
}
