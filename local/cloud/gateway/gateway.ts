import type { Store } from '../engine/store'
import type { Faults } from '../faults/faults'
import type { FunctionHost } from '../functions/function-host'
import type { Caller } from '../functions/invocation'
import type { Limits } from '../limits'
import type { Log } from '../log-line'
import type { Storage } from '../storage/storage'
import type { WatchDesk } from '../watch/answer-watch'
import type { Wechat } from '../wechat/call-wechat'
import type { Connections } from './connections'
import type { Credentials } from './credentials'

/** What the SDK's calls need. */
export interface Gateway {
  store: Store
  connections: Connections
  storage: Storage
  host: FunctionHost
  wechat: Wechat
  watchDesk: WatchDesk
  credentials: Credentials<Caller>
  faults: Faults
  limits: Limits
  log: Log
  now(): number
}
