import { type Api, asynchronous, type Options, Refused } from './asynchronous'

/** WeChat's limit for all keys of one mini-program. */
const limitKilobytes = 10_240

/** Each phone and each identity has its own storage, for all of them share this browser. */
export function createStorage(owner: string): Record<string, unknown> {
  const prefix = `mp:${owner}:`
  const keys = () =>
    Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  const get = (key: string): unknown => {
    const stored = localStorage.getItem(prefix + key)
    return stored === null ? '' : JSON.parse(stored)
  }
  const set = (key: string, value: unknown) => localStorage.setItem(prefix + key, JSON.stringify(value))
  const remove = (key: string) => localStorage.removeItem(prefix + key)
  const clear = () => keys().forEach(remove)
  const info = () => {
    const size = keys().reduce((sum, key) => sum + (localStorage.getItem(prefix + key)?.length ?? 0), 0)
    return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: limitKilobytes }
  }
  const later: Record<string, Api> = {
    getStorage: asynchronous('getStorage', (options) => {
      const key = keyOf(options)
      if (!keys().includes(key)) throw new Refused('data not found')
      return { data: get(key) }
    }),
    setStorage: asynchronous('setStorage', (options) => set(keyOf(options), options.data)),
    removeStorage: asynchronous('removeStorage', (options) => remove(keyOf(options))),
    clearStorage: asynchronous('clearStorage', clear),
    getStorageInfo: asynchronous('getStorageInfo', info),
  }
  return {
    ...later,
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
  }
}

const keyOf = (options: Options) => String(options.key)
