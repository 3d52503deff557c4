import { request } from 'node:http'
import { sign } from '@cloudbase/signature-nodejs'
import type { Cloud } from '../start-cloud'

/** A request as the SDK makes it, but with any body, and spoilt at will before it is sent. */
export async function callWire(
  cloud: Cloud,
  body: Record<string, unknown>,
  spoil: { secretKey?: string; sent?: string; headers?: Record<string, string>; timestamp?: number } = {},
): Promise<Record<string, unknown>> {
  const { sdkEnv } = cloud
  const params = { envName: sdkEnv.TCB_ENV, sessionToken: sdkEnv.TENCENTCLOUD_SESSIONTOKEN, ...body }
  const url = `${cloud.url}/admin?env=${sdkEnv.TCB_ENV}&seqId=1`
  const headers = { 'content-type': 'application/json', host: new URL(url).host }
  const { authorization, timestamp } = sign({
    secretId: sdkEnv.TENCENTCLOUD_SECRETID as string,
    secretKey: spoil.secretKey ?? (sdkEnv.TENCENTCLOUD_SECRETKEY as string),
    method: 'post',
    url,
    params,
    headers,
    withSignedParams: true,
    timestamp: spoil.timestamp ?? Math.floor(Date.now() / 1000),
  })
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, authorization, 'x-timestamp': String(timestamp), ...spoil.headers },
    body: spoil.sent ?? JSON.stringify(params),
  })
  // The SDK reads the outcome from the body alone and takes any other status for a broken line.
  if (response.status !== 200) throw new Error(`the gateway answered with status ${response.status}`)
  return (await response.json()) as Record<string, unknown>
}

/** Promises more than it sends and hangs up. */
export function sendTruncated(url: string): Promise<void> {
  return new Promise((resolve) => {
    const truncated = request(url, { method: 'POST', headers: { 'content-length': '1000' } })
    truncated.on('error', () => resolve())
    truncated.write('{"action":', () => truncated.destroy())
    truncated.on('close', () => resolve())
  })
}
