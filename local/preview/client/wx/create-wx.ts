import type { AppLife } from '../app-life'
import type { PhoneOptions } from '../options'
import type { PageStack } from '../page-stack'
import { createRouter } from '../router'
import type { Shell } from '../shell'
import { createAnimation } from './animation'
import { createAskUser } from './ask-user'
import { createCloud } from './cloud'
import { createFiles } from './files'
import { network } from './network'
import { createPageCalls } from './page-calls'
import { createPayment } from './request-payment'
import { showing } from './show'
import { createStorage } from './storage'
import { system } from './system'

type Calls = Record<string, unknown>
export interface Phone {
  options: PhoneOptions
  stack: PageStack
  shell: Shell
  life: AppLife
}

/** The `wx` that pages see. What is not here throws by name when it is called. */
export function createWx({ options, stack, shell, life }: Phone): Calls {
  const calls: Calls = {
    ...createRouter(stack),
    ...showing,
    ...system,
    ...network,
    ...createPageCalls(stack, shell),
    ...createAskUser(options),
    ...createPayment(options),
    ...createStorage(`${options.phone}:${options.who}`),
    ...createAppCalls(life),
    ...createFiles(),
    cloud: refuseUnknown('wx.cloud', createCloud(options)),
    createAnimation,
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in calls,
  }
  return refuseUnknown('wx', calls)
}

function createAppCalls(life: AppLife): Calls {
  return {
    getLaunchOptionsSync: () => life.launch,
    getEnterOptionsSync: () => life.enter,
    onAppShow: (listener: () => void) => life.shown.add(listener),
    offAppShow: (listener: () => void) => life.shown.delete(listener),
    onAppHide: (listener: () => void) => life.hidden.add(listener),
    offAppHide: (listener: () => void) => life.hidden.delete(listener),
  }
}

/** A call that the preview lacks would work on a phone or fail there; here it must not pass in silence. */
function refuseUnknown(owner: string, calls: Calls): Calls {
  return new Proxy(calls, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || name === 'then') return Reflect.get(target, name)
      return () => {
        throw new Error(`${owner}.${name} is not in the preview`)
      }
    },
  })
}
