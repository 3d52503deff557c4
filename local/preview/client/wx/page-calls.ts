import type { Page } from '../page'
import type { PageStack } from '../page-stack'
import { startRefresh, stopRefresh } from '../pull-down'
import type { Shell } from '../shell'
import { asynchronous, type Options } from './asynchronous'
import { SelectorQuery } from './selector-query'

interface Observing {
  createIntersectionObserver(options?: object): unknown
}

/** Calls about the page on top and the bars around it. */
export function createPageCalls(stack: PageStack, shell: Shell): Record<string, unknown> {
  const nothing = (name: string) => asynchronous(name, () => undefined)
  return {
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title }) => {
      stack.top.title = String(title)
      shell.draw(stack.top)
    }),
    setNavigationBarColor: asynchronous('setNavigationBarColor', ({ frontColor, backgroundColor }) => {
      stack.top.navigationColors = { front: String(frontColor), back: String(backgroundColor) }
      shell.draw(stack.top)
    }),
    setTabBarBadge: asynchronous('setTabBarBadge', ({ index, text }) =>
      shell.tabs.badge(Number(index), String(text)),
    ),
    removeTabBarBadge: asynchronous('removeTabBarBadge', ({ index }) => shell.tabs.badge(Number(index), '')),
    showTabBarRedDot: asynchronous('showTabBarRedDot', ({ index }) => shell.tabs.dot(Number(index), true)),
    hideTabBarRedDot: asynchronous('hideTabBarRedDot', ({ index }) => shell.tabs.dot(Number(index), false)),
    startPullDownRefresh: asynchronous('startPullDownRefresh', () => startRefresh(stack.top)),
    stopPullDownRefresh: asynchronous('stopPullDownRefresh', () => stopRefresh(stack.top)),
    pageScrollTo: asynchronous('pageScrollTo', (options) => scrollPage(stack.top, options)),
    createSelectorQuery: () => new SelectorQuery(() => stack.top),
    createIntersectionObserver: (owner: Observing, options?: object) =>
      owner.createIntersectionObserver(options),
    showShareMenu: nothing('showShareMenu'),
    hideShareMenu: nothing('hideShareMenu'),
    updateShareMenu: nothing('updateShareMenu'),
    hideHomeButton: nothing('hideHomeButton'),
    showNavigationBarLoading: nothing('showNavigationBarLoading'),
    hideNavigationBarLoading: nothing('hideNavigationBarLoading'),
  }
}

function scrollPage({ scroller }: Page, { scrollTop, selector, duration }: Options): void {
  const behavior = duration === 0 ? 'auto' : 'smooth'
  if (scrollTop !== undefined) scroller.scrollTo({ top: Number(scrollTop), behavior })
  else
    scroller
      .querySelector(String(selector).replace(/#([\w-]+)/g, '[data-wx-id="$1"]'))
      ?.scrollIntoView({ behavior })
}
