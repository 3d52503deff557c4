import { asynchronous } from './asynchronous'

interface Status {
  isConnected: boolean
  networkType: string
}
type Listener = (status: Status) => void

const listeners = new Set<Listener>()
const status = (): Status => ({
  isConnected: navigator.onLine,
  networkType: navigator.onLine ? 'wifi' : 'none',
})
const tell = () => {
  for (const listener of listeners) listener(status())
}
window.addEventListener('online', tell)
window.addEventListener('offline', tell)

export const network: Record<string, unknown> = {
  getNetworkType: asynchronous('getNetworkType', () => ({ networkType: status().networkType })),
  onNetworkStatusChange: (listener: Listener) => listeners.add(listener),
  offNetworkStatusChange: (listener: Listener) => listeners.delete(listener),
}
