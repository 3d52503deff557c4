import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import type { Messages } from '../messages'

/** WeChat's server interfaces as far as they are played here, by the name the SDK calls them by. */
const services: Record<string, (data: Doc, messages: Messages, now: number) => Doc> = {
  'subscribeMessage.send': ({ touser, templateId, template_id, data, ...more }, messages, now) => {
    messages.add({
      ...more,
      at: new Date(now).toISOString(),
      kind: 'subscribeMessage',
      touser: String(touser ?? ''),
      templateId: String(templateId ?? template_id ?? ''),
      data,
    })
    return { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' }
  },
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
