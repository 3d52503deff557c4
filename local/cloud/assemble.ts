import { join } from 'node:path'
import { Sessions } from './access/session-token'
import { Clock } from './clock'
import type { CloudOptions } from './cloud'
import { emptyConfig } from './cloudbaserc'
import { Store } from './engine/store'
import { Faults } from './faults/faults'
import { FunctionHost } from './functions/function-host'
import type { Caller } from './functions/invocation'
import { Credentials } from './gateway/credentials'
import { platformLimits } from './limits'
import type { Log } from './log-line'
import { Messages } from './messages'
import { PhoneCodes } from './phone-codes'
import type { Parts } from './route-request'
import { Timers } from './timers'
import { Traces } from './trace'

/** All parts of one cloud. Where it will be reached is known only once it listens. */
export async function assemble(options: CloudOptions, gatewayUrl: () => string): Promise<Parts> {
  const limits = { ...platformLimits, ...options.limits }
  const config = options.config ?? emptyConfig
  const log: Log = options.onLog ?? (() => undefined)
  const clock = new Clock()
  const traces = new Traces(limits.traces)
  const credentials = new Credentials<Caller>()
  const faults = new Faults()
  const environment = options.functionEnv ?? {}
  const root = options.functionsRoot
  const store = await openStore(options, limits.documentBytes)
  const sessions = await Sessions.open(options.dataDir)
  const messages = new Messages(join(options.dataDir, 'wechat-allowed.json'))
  const wechat = { messages, phoneCodes: new PhoneCodes() }
  const shared = { config, clock, credentials, log, limits, traces }
  const host = new FunctionHost({ ...shared, root, environment, gatewayUrl })
  const timers = new Timers({ config, host, clock, log, automatic: options.autoTimers ?? true })
  return { ...shared, store, host, timers, sessions, ...wechat, faults, now: () => clock.now() }
}

function openStore({ dataDir, duplicateForm }: CloudOptions, maxDocumentBytes: number): Promise<Store> {
  const form = duplicateForm === undefined ? {} : { duplicateForm }
  return Store.open({ directory: dataDir, maxDocumentBytes, ...form })
}
