import { EventChannel } from './event-channel'
import type { PageStack } from './page-stack'
import { type Api, asynchronous, type Options } from './wx/asynchronous'

/** The five calls that move between pages. */
export function createRouter(stack: PageStack): Record<string, Api> {
  const read = (options: Options) => stack.read(String(options.url))
  return {
    navigateTo: asynchronous('navigateTo', (options) => {
      const url = read(options)
      if (url.tab) throw new Error('can not navigateTo a tabbar page')
      const [near, far] = EventChannel.pair()
      for (const [name, listener] of Object.entries((options.events ?? {}) as Record<string, () => void>))
        near.on(name, listener)
      stack.push(url, far)
      return { eventChannel: near }
    }),
    redirectTo: asynchronous('redirectTo', (options) => {
      const url = read(options)
      if (url.tab) throw new Error('can not redirectTo a tabbar page')
      stack.replace(url)
    }),
    navigateBack: asynchronous('navigateBack', (options) => stack.back(Number(options.delta ?? 1))),
    switchTab: asynchronous('switchTab', (options) => {
      const url = read(options)
      if (!url.tab) throw new Error('can not switch to no-tabBar page')
      stack.openTab(url)
    }),
    reLaunch: asynchronous('reLaunch', (options) => stack.restart(read(options))),
  }
}

/** The `open-type` of a `<navigator>` names one of them. */
export const routeOf: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}
