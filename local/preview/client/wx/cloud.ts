import type { PhoneOptions } from '../options'
import { tellParent } from '../parent'
import { asynchronous, type Options, Refused } from './asynchronous'
import { createCloudStorage } from './cloud-storage'
import { createDatabase } from './denied-database'

const timeoutMs = 15_000

interface Reply {
  result?: unknown
  error?: { code: number | string; message: string }
}

/** `wx.cloud` for one phone: functions are called through this server, in the name of the phone's session. */
export function createCloud(options: PhoneOptions): Record<string, unknown> {
  return {
    init: () => undefined,
    callFunction: asynchronous('cloud.callFunction', (call) => measure(call, options)),
    ...createCloudStorage(options.token),
    database: () => createDatabase(options.token),
  }
}

/** Tells the embedding page when a call begins and how it ended. */
async function measure(call: Options, options: PhoneOptions) {
  const name = String(call.name)
  const procedure = (call.data as { procedure?: unknown } | undefined)?.procedure
  const tell = (rest: object) =>
    tellParent({ type: 'phone', phone: options.phone, event: 'request', name, procedure, ...rest })
  const started = performance.now()
  const end = (ok: boolean) => tell({ state: 'end', ms: Math.round(performance.now() - started), ok })
  tell({ state: 'start' })
  try {
    const result = await callFunction(name, call.data, options.token)
    end(!saysNo(result))
    return { result }
  } catch (error) {
    end(false)
    throw error
  }
}

/** A function that answers `{ ok: false }` was reached, yet it did not do what it was asked. */
const saysNo = (result: unknown) =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false

async function callFunction(name: string, data: unknown, token: string): Promise<unknown> {
  const reply = await send(name, data, token)
  if (!reply.error) return reply.result
  const { code, message } = reply.error
  throw new Refused(message, {
    errCode: code,
    errMsg: `cloud.callFunction:fail Error: errCode: ${code} | errMsg: ${message}`,
  })
}

async function send(name: string, data: unknown, token: string): Promise<Reply> {
  try {
    const response = await fetch('/wx/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ name, data: data ?? {} }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return (await response.json()) as Reply
  } catch (error) {
    const reason =
      error instanceof DOMException && error.name === 'TimeoutError' ? 'request:fail timeout' : 'request:fail'
    throw new Refused(reason, { errCode: -1, errMsg: `cloud.callFunction:fail ${reason}` })
  }
}
