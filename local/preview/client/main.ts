import './css/shell.css'
import './css/layers.css'
import './css/builtins.css'
import { AppLife, enterOptions } from './app-life'
import { setRouter } from './builtins/open-page'
import { Engine } from './engine'
import type { Callee } from './lifecycle'
import { ModuleLoader } from './module-loader'
import { turnMouseIntoTouch } from './mouse-to-touch'
import { obeyParent } from './obey-parent'
import { readOptions } from './options'
import { PageStack } from './page-stack'
import { tellParent } from './parent'
import { setSession } from './phone-number'
import { routeOf } from './router'
import { Shell } from './shell'
import type { Api } from './wx/asynchronous'
import { createWx } from './wx/create-wx'
import { replaceSelectorQuery } from './wx/selector-query'
import { replaceIntersectionObserver } from './wx/visibility-observer'

function boot(): void {
  const bundle = window.__miniprogram
  const options = readOptions(location.search)
  setSession(options.token)
  turnMouseIntoTouch()
  const engine = new Engine(bundle)
  const open = (route: string, url = '') => (wx[route] as Api)({ url, delta: 1 })
  const shell: Shell = new Shell(bundle.app, {
    back: () => open('navigateBack'),
    home: () => open('switchTab', `/${shell.tabs.paths[0] ?? ''}`),
    tab: (path) => open('switchTab', `/${path}`),
  })
  const stack = new PageStack(bundle, engine, shell)
  replaceSelectorQuery(() => stack.top)
  replaceIntersectionObserver()
  const life = new AppLife(stack)
  const wx = createWx({ options, stack, shell, life })
  setRouter((openType, target) => (wx[routeOf[openType] ?? openType] as Api)({ ...target }))
  stack.loader = new ModuleLoader(bundle, {
    wx,
    ...engine.constructors,
    App: (app: Callee) => {
      life.app = app
    },
    getApp: () => life.app,
    getCurrentPages: () => stack.all.map((page) => page.caller),
  })
  stack.changed = ({ url }) =>
    tellParent({ type: 'phone', phone: options.phone, event: 'page', path: url.path })
  stack.loader.load('app')
  const first = stack.readFromOutside(options.path)
  life.start(enterOptions(first, 'scene' in first.query))
  obeyParent(stack, life)
}

boot()
