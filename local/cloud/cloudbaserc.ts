/** The part of `cloudbaserc.json` the cloud reads. */
export interface CloudbaseConfig {
  envId: string
  functionRoot?: string
  functions: FunctionConfig[]
  /** The merchant number that is bound to the mini-program; without it there is no WeChat Pay. */
  wechatPay?: { mchid: string; appid?: string; name?: string }
}

export interface FunctionConfig {
  name: string
  /** Seconds; the platform's default is 3. */
  timeout?: number
  envVariables?: Record<string, string>
  /** Megabytes; the platform's default is 256. */
  memorySize?: number
  runtime?: string
  handler?: string
  triggers?: { name: string; type: string; config: string }[]
  /** Where HTTP access reaches the function: this path and all below it. */
  httpPath?: string
  /** The events of WeChat that are handed to it, as `wxa_media_check`. */
  pushes?: string[]
}

export const emptyConfig: CloudbaseConfig = { envId: 'local-env', functions: [] }

const DEFAULT_SECONDS = 3
const DEFAULT_MEMORY_MB = 256

export const limitsOf = ({ timeout = DEFAULT_SECONDS, memorySize = DEFAULT_MEMORY_MB }: FunctionConfig) => ({
  timeoutMs: timeout * 1000,
  memoryMb: memorySize,
})
