import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Clock } from './clock'
import type { CloudbaseConfig } from './cloudbaserc'
import type { DuplicateForm } from './engine/cloud-error'
import type { CollectionDefinition } from './ensure-collections'
import type { Faults } from './faults/faults'
import type { Credential } from './gateway/credentials'
import type { Limits } from './limits'
import type { Log } from './log-line'
import type { Trace } from './trace'
import type { CodeImages } from './wechat/code-images'
import type { Messages } from './wechat/messages'
import type { PhoneCodes } from './wechat/phone-codes'

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
  readonly phoneCodes: PhoneCodes
  readonly codeImages: CodeImages
  /** What is to go wrong; nothing by default. */
  readonly faults: Faults
  readonly clock: Clock
  close(): Promise<void>
}
