import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { Sessions } from './access/session-token'
import { Clock } from './clock'
import { type CloudbaseConfig, emptyConfig } from './cloudbaserc'
import type { DuplicateForm } from './engine/cloud-error'
import { Store } from './engine/store'
import { type CollectionDefinition, ensureCollections } from './ensure-collections'
import { FunctionHost, sdkEnvironment } from './functions/function-host'
import type { Caller } from './functions/invocation'
import { type Credential, Credentials, newCredential } from './gateway/credentials'
import { type Limits, platformLimits } from './limits'
import type { Log, LogLine } from './log-line'
import { type Message, Messages } from './messages'
import { type Parts, routeRequest } from './route-request'
import { Timers } from './timers'
import { type Trace, Traces } from './trace'

export type { CloudbaseConfig, CollectionDefinition, Credential, Limits, LogLine, Message, Trace }

export interface CloudOptions {
  dataDir: string
  /** Holds `<name>/index.js`, one built bundle for each function. */
  functionsRoot?: string
  config?: CloudbaseConfig
  /** 0 or nothing: any free port. */
  port?: number
  host?: string
  /** Put into the environment of every function, above what the configuration says; for secrets. */
  functionEnv?: Record<string, string>
  /** A credential for tools outside the functions; otherwise a new one at every start. */
  adminCredential?: Credential
  /** Whether timers fire by themselves; they do by default. */
  autoTimers?: boolean
  duplicateForm?: DuplicateForm
  limits?: Partial<Limits>
  onLog?: Log
  /** Answers on the same port what is not the cloud's; otherwise that is 404. */
  fallback?: RequestListener
}

export interface Cloud {
  readonly url: string
  readonly port: number
  /** The environment in which the SDK talks to this cloud. */
  readonly sdkEnv: Record<string, string>
  /** Answers a request another server received, if it is meant for the cloud; `false` otherwise. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Serves the same on one more port and tells which. */
  listen(port: number, host?: string): Promise<number>
  ensureCollections(definitions: CollectionDefinition[]): Promise<void>
  invoke(name: string, event: unknown, options?: { openid?: string; clock?: Date }): Promise<unknown>
  traces(): Trace[]
  readonly messages: Messages
  readonly clock: Clock
  close(): Promise<void>
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const limits = { ...platformLimits, ...options.limits }
  const store = await Store.open({
    directory: options.dataDir,
    maxDocumentBytes: limits.documentBytes,
    ...(options.duplicateForm === undefined ? {} : { duplicateForm: options.duplicateForm }),
  })
  const servers: Server[] = []
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    routeRequest(parts, request, response)
  const listen = async (port: number, host = options.host ?? '127.0.0.1') => {
    const server = createServer(async (request, response) => {
      if (await handle(request, response)) return
      if (options.fallback) options.fallback(request, response)
      else response.writeHead(404).end()
    })
    server.requestTimeout = 30_000
    servers.push(server)
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
    return (server.address() as AddressInfo).port
  }
  let gatewayUrl = ''
  const parts = await assemble(options, store, limits, () => gatewayUrl)
  const port = await listen(options.port ?? 0).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  const url = `http://${options.host ?? '127.0.0.1'}:${port}`
  gatewayUrl = `${url}/admin`
  const admin = options.adminCredential ?? newCredential()
  parts.credentials.grant(admin, null)
  return {
    url,
    port,
    sdkEnv: { ...sdkEnvironment(parts.config.envId, gatewayUrl), ...credentialEnvironment(admin) },
    handle,
    listen,
    ensureCollections: (definitions) => ensureCollections(store, definitions),
    invoke: async (name, event, { openid, clock } = {}) => {
      const reading = clock && { offsetMs: 0, frozenAt: clock.getTime() }
      const text = JSON.stringify(event ?? {})
      return JSON.parse(
        await parts.host.invoke(name, text, { trigger: 'api', openid, clock: reading }),
      ) as unknown
    },
    traces: () => parts.traces.list(),
    messages: parts.messages,
    clock: parts.clock,
    close: () => closeAll(servers, parts),
  }
}

async function assemble(
  options: CloudOptions,
  store: Store,
  limits: Limits,
  gatewayUrl: () => string,
): Promise<Parts> {
  const config = options.config ?? emptyConfig
  const log: Log = options.onLog ?? (() => undefined)
  const clock = new Clock()
  const traces = new Traces(limits.traces)
  const credentials = new Credentials<Caller>()
  const environment = options.functionEnv ?? {}
  const root = options.functionsRoot
  const host = new FunctionHost({
    root,
    config,
    environment,
    credentials,
    clock,
    traces,
    limits,
    log,
    gatewayUrl,
  })
  const timers = new Timers({ config, host, clock, log, automatic: options.autoTimers ?? true })
  const sessions = await Sessions.open(options.dataDir)
  const now = () => clock.now()
  return {
    store,
    config,
    log,
    clock,
    traces,
    credentials,
    host,
    timers,
    sessions,
    limits,
    now,
    messages: new Messages(),
  }
}

const credentialEnvironment = ({
  secretId,
  secretKey,
  sessionToken,
}: Credential): Record<string, string> => ({
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: secretKey,
  ...(sessionToken === undefined ? {} : { TENCENTCLOUD_SESSIONTOKEN: sessionToken }),
})

async function closeAll(servers: Server[], { timers, host, store }: Parts) {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
  for (const server of servers) server.closeAllConnections()
  await Promise.all(closed)
  await host.close()
  await timers.close()
  await store.close()
}
