import { CloudError, invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import type { Effort } from '../engine/find'
import type { Invocation } from '../functions/invocation'
import { storageActions } from '../storage/storage-actions'
import { askInWords, callWechat } from '../wechat/call-wechat'
import { databaseActions } from './database-actions'
import type { Gateway } from './gateway'

interface Done {
  reply: Doc | Buffer
  effort?: Effort
}

const entryOf = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** What the SDK asked for by the name of an action, done. Its time is that of the event it belongs to. */
export async function act(gateway: Gateway, body: Doc, invocation: Invocation | null): Promise<Done> {
  const action = String(body.action)
  const now = invocation?.now() ?? gateway.now()
  const onDatabase = entryOf(databaseActions, action)
  if (onDatabase) return onDatabase(gateway.store, body, now)
  const onStorage = entryOf(storageActions, action)
  if (onStorage) return { reply: { data: await onStorage(gateway.storage, body, now) } }
  if (action === 'functions.invokeFunction') return { reply: await invokeFunction(gateway, body, invocation) }
  if (action === 'auth.wsWebSign') return { reply: { data: gateway.watchDesk.ticket() } }
  if (action === 'wx.api')
    return { reply: { data: { responseData: JSON.stringify(askInWords(body, gateway.wechat, now)) } } }
  if (action === 'wx.openApi') return { reply: callWechat(body, gateway.wechat, now) }
  throw invalidParam(`unknown action: ${action}`)
}

async function invokeFunction({ host }: Gateway, body: Doc, invocation: Invocation | null): Promise<Doc> {
  const event = typeof body.request_data === 'string' && body.request_data !== '' ? body.request_data : '{}'
  refuseOtherVersion(body)
  const clock = invocation?.clock
  const result = await host.invoke(String(body.function_name), event, { trigger: 'function', clock })
  return { data: { response_data: result } }
}

/** There is one version of a function here, the newest, which `$DEFAULT` stands for as long as nothing else was published. */
function refuseOtherVersion({ function_name, qualifier = '' }: Doc) {
  if (['', '$LATEST', '$DEFAULT'].includes(String(qualifier))) return
  throw new CloudError(
    'FUNCTION_NOT_FOUND',
    `[ResourceNotFound.Qualifier] ${function_name} has no version ${String(qualifier)} here`,
  )
}
