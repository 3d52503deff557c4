import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import type { Messages } from '../messages'
import type { PhoneCodes } from '../phone-codes'
import { findWrongField } from './message-fields'

/** What WeChat remembers of the people it serves. */
export interface Wechat {
  messages: Messages
  phoneCodes: Pick<PhoneCodes, 'spend'>
}

const told = (errCode: number, errMsg: string): Doc => ({ errCode, errMsg })

/** One message for each tap that allowed one; without it 43101, and with a field that is too long 47003. */
function sendSubscribeMessage(given: Doc, { messages }: Wechat, now: number): Doc {
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

/** The number of the phone on which the button was pressed; 40029 for a code that is used up or too old. */
function getPhoneNumber({ code }: Doc, { phoneCodes }: Wechat, now: number): Doc {
  const info = phoneCodes.spend(String(code ?? ''), now)
  if (info === null) return told(40029, 'code is invalid')
  const watermark = { timestamp: Math.floor(now / 1000), appid: 'wx-local' }
  const phoneInfo = { ...info, phoneNumber: info.purePhoneNumber, watermark }
  return { ...told(0, 'openapi.phonenumber.getPhoneNumber:ok'), phoneInfo }
}

/** WeChat's server interfaces as far as they are played here, by the name the SDK calls them by. */
const services: Record<string, (data: Doc, wechat: Wechat, now: number) => Doc> = {
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'subscribeMessage.send': sendSubscribeMessage,
}

export function callWechat(body: Doc, wechat: Wechat, now: number): Doc {
  const name = String(body.apiName ?? '').replace(/^(openapi\.|\/)/, '')
  const service = Object.hasOwn(services, name) ? services[name] : undefined
  if (!service) throw invalidParam(`this interface of WeChat is not played here: ${name}`)
  return service(readData(body.requestData), wechat, now)
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
