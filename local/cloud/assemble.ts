import { join } from 'node:path'
import { Sessions } from './access/session-token'
import { Clock } from './clock'
import type { CloudOptions } from './cloud'
import { emptyConfig } from './cloudbaserc'
import { Store } from './engine/store'
import { Faults } from './faults/faults'
import { FunctionHost } from './functions/function-host'
import type { Caller } from './functions/invocation'
import { Connections } from './gateway/connections'
import { Credentials } from './gateway/credentials'
import { type Limits, platformLimits } from './limits'
import type { Log } from './log-line'
import { Logs } from './logs'
import { openPay, payEnvironment } from './pay/open-pay'
import type { Parts } from './route-request'
import { Bucket } from './storage/bucket'
import type { Storage } from './storage/storage'
import { StoredFiles } from './storage/stored-files'
import { checkTimers, Timers } from './timers'
import { Traces } from './trace'
import { WatchDesk } from './watch/answer-watch'
import { Watches } from './watch/watches'
import { startWechat } from './wechat/start-wechat'

/** All parts of one cloud. Where it will be reached is known only once it listens. */
export async function assemble(options: CloudOptions, origin: () => string): Promise<Parts> {
  const limits = { ...platformLimits, ...options.limits }
  const config = options.config ?? emptyConfig
  const logs = new Logs()
  const log: Log = (line) => {
    logs.add(line)
    options.onLog?.(line)
  }
  const clock = new Clock()
  const traces = new Traces(limits.traces)
  const credentials = new Credentials<Caller>()
  const faults = new Faults()
  const root = options.functionsRoot
  const shared = { config, clock, credentials, log, limits, traces, origin }
  const payDesk = openPay({ dataDir: options.dataDir, config, clock, faults, log, origin })
  const environment = { ...payEnvironment(payDesk), ...options.functionEnv }
  checkTimers(config)
  const host = new FunctionHost({ ...shared, root, environment })
  const store = await openStore(options, limits, log)
  const storage = await openStorage(options.dataDir, config.envId, origin)
  const sessions = new Sessions(options.dataDir)
  const timers = new Timers({ config, host, clock, log, automatic: options.autoTimers ?? true })
  const wechat = startWechat(options.dataDir, { host, config, log })
  const now = () => clock.now()
  const watches = new Watches(store)
  const watchDesk = new WatchDesk(options.dataDir, { watches, envId: config.envId, origin, now, log })
  return {
    ...shared,
    store,
    watchDesk,
    connections: new Connections(limits.databaseConnections),
    storage,
    host,
    timers,
    sessions,
    wechat,
    payDesk,
    faults,
    logs,
    now,
  }
}

function openStore({ dataDir, duplicateForm }: CloudOptions, limits: Limits, log: Log): Promise<Store> {
  const form = duplicateForm === undefined ? {} : { duplicateForm }
  const warn = (text: string) => log({ source: 'database', stream: 'stderr', text })
  const { documentBytes: maxDocumentBytes, transactionMs } = limits
  return Store.open({ directory: dataDir, maxDocumentBytes, transactionMs, warn, ...form })
}

async function openStorage(dataDir: string, envId: string, origin: () => string): Promise<Storage> {
  const files = await StoredFiles.open(join(dataDir, 'storage'))
  return { files, bucket: new Bucket(dataDir, envId, origin) }
}
