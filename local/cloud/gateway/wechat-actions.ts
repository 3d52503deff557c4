import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import type { Messages } from '../messages'
import { findWrongField } from './message-fields'

const told = (errCode: number, errMsg: string): Doc => ({ errCode, errMsg })

/** One message for each tap that allowed one; without it 43101, and with a field that is too long 47003. */
function sendSubscribeMessage(given: Doc, messages: Messages, now: number): Doc {
  const { touser, templateId, template_id, data, ...more } = given
  const wrong = findWrongField(data)
  if (wrong !== null) return told(47003, `argument invalid! data.${wrong}.value invalid`)
  const delivered = messages.deliver({
    ...more,
    at: new Date(now).toISOString(),
    kind: 'subscribeMessage',
    touser: String(touser ?? ''),
    templateId: String(templateId ?? template_id ?? ''),
    data,
  })
  return delivered
    ? told(0, 'openapi.subscribeMessage.send:ok')
    : told(43101, 'user refuse to accept the msg')
}

/** WeChat's server interfaces as far as they are played here, by the name the SDK calls them by. */
const services: Record<string, (data: Doc, messages: Messages, now: number) => Doc> = {
  'subscribeMessage.send': sendSubscribeMessage,
}

export function callWechat(body: Doc, messages: Messages, now: number): Doc {
  const name = String(body.apiName ?? '').replace(/^(openapi\.|\/)/, '')
  const service = Object.hasOwn(services, name) ? services[name] : undefined
  if (!service) throw invalidParam(`this interface of WeChat is not played here: ${name}`)
  return service(readData(body.requestData), messages, now)
}

function readData(given: unknown): Doc {
  if (given === undefined || given === '') return {}
  try {
    const data: unknown = JSON.parse(String(given))
    if (isPlain(data)) return data
  } catch (error) {
    throw invalidParam(`requestData is not JSON: ${(error as Error).message}`)
  }
  throw invalidParam('requestData must be an object')
}
