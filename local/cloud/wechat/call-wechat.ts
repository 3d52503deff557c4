import { invalidParam } from '../engine/cloud-error'
import { type Doc, isPlain } from '../engine/document'
import { type Checker, checkMedia, checkText } from './check-content'
import { type CodeImage, type CodeRefusal, makePathCode, makeUnlimitedCode } from './code-image'
import type { CodeImages } from './code-images'
import { findWrongField } from './message-fields'
import type { Messages } from './messages'
import type { PhoneCodes } from './phone-codes'

/** What WeChat remembers of the people it serves, and what it can be asked to do. */
export interface Wechat extends Checker {
  messages: Messages
  phoneCodes: Pick<PhoneCodes, 'spend'>
  codeImages: CodeImages
}

/** WeChat answers in words, or with a picture. */
type Service = (data: Doc, wechat: Wechat, now: number) => Doc | Buffer

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

const makesCode =
  (make: (data: Doc, now: number) => CodeImage | CodeRefusal): Service =>
  (data, { codeImages }, now) => {
    const made = make(data, now)
    if (!('png' in made)) return { ...made }
    codeImages.add(made)
    return made.png
  }

/** WeChat's server interfaces as far as they are played here, by the name the SDK calls them by. */
const services: Record<string, Service> = {
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': makesCode(makeUnlimitedCode),
  'wxacode.get': makesCode(makePathCode),
  'wxacode.createQRCode': makesCode(makePathCode),
  'security.msgSecCheck': checkText,
  'security.mediaCheckAsync': checkMedia,
}

export function callWechat(body: Doc, wechat: Wechat, now: number): Doc | Buffer {
  const name = String(body.apiName ?? '').replace(/^(openapi\.|\/)/, '')
  const service = Object.hasOwn(services, name) ? services[name] : undefined
  if (!service) throw invalidParam(`this interface of WeChat is not played here: ${name}`)
  return service(readData(body.requestData), wechat, now)
}

/** The SDK's way of asking that takes no pictures. */
export function askInWords(body: Doc, wechat: Wechat, now: number): Doc {
  const answer = callWechat(body, wechat, now)
  if (Buffer.isBuffer(answer))
    throw invalidParam('the answer is a picture: ask with callCompatibleWxOpenApi, which hands over bytes')
  return answer
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
