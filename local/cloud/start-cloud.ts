import type { IncomingMessage, ServerResponse } from 'node:http'
import { assemble } from './assemble'
import type { Cloud, CloudOptions } from './cloud'
import { ensureCollections } from './ensure-collections'
import { type Credential, newCredential } from './gateway/credentials'
import { type Parts, routeRequest } from './route-request'
import { sdkEnvironment } from './sdk-environment'
import { Ports } from './serve'

export type { Cloud, CloudOptions } from './cloud'

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { host = '127.0.0.1', adminCredential: admin = newCredential() } = options
  let url = ''
  const parts = await assemble(options, () => url)
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    routeRequest(parts, request, response)
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (await handle(request, response)) return
    if (options.fallback) options.fallback(request, response)
    else response.writeHead(404).end()
  }
  const upgrade = parts.watchDesk.answer.bind(parts.watchDesk)
  const ports = new Ports(answer, upgrade, parts.limits.requestMs)
  const close = () => closeAll(ports, parts)
  const port = await ports.listen(options.port ?? 0, host).catch(async (error: unknown) => {
    await close()
    throw error
  })
  url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  parts.credentials.grant(admin, null)
  parts.payDesk?.notifier.start()
  return {
    url,
    port,
    sdkEnv: { ...sdkEnvironment(parts.config.envId, `${url}/admin`), ...credentialEnvironment(admin) },
    handle,
    listen: (extraPort, extraHost = host) => ports.listen(extraPort, extraHost),
    ensureCollections: (definitions) => ensureCollections(parts.store, definitions),
    invoke: (name, event, how) => invoke(parts, name, event, how),
    traces: () => parts.traces.list(),
    messages: parts.wechat.messages,
    phoneCodes: parts.wechat.phoneCodes,
    codeImages: parts.wechat.codeImages,
    faults: parts.faults,
    clock: parts.clock,
    close,
  }
}

async function invoke(
  { host }: Parts,
  name: string,
  event: unknown,
  { openid, clock }: { openid?: string; clock?: Date } = {},
): Promise<unknown> {
  const reading = clock && { offsetMs: 0, frozenAt: clock.getTime() }
  const result = await host.invoke(name, JSON.stringify(event ?? {}), {
    trigger: 'api',
    openid,
    clock: reading,
  })
  return JSON.parse(result)
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

async function closeAll(ports: Ports, { timers, host, store, payDesk, watchDesk }: Parts) {
  watchDesk.close()
  await payDesk?.notifier.close()
  await ports.close()
  await host.close()
  await timers.close()
  await store.close()
}
